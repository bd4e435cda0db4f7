package io.taskledger.app.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Takes the place of a node: says that it is ready, and which release it is. */
final class StandIn {

    private StandIn() {}

    /** @param arguments the release's name, and whether it becomes ready */
    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(System.getenv("TASKLEDGER_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/ready", exchange -> answer(exchange, Boolean.parseBoolean(arguments[1]) ? 200 : 503, ""));
        server.createContext("/", exchange -> answer(exchange, 200, arguments[0]));
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
