package io.taskledger.app.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Addresses that lead to a door on this machine, in every form that something which fetches may take for another's. */
final class Lures implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger knocks = new AtomicInteger();
    private int next;

    private Lures() throws IOException {}

    static Lures laid() throws IOException {
        var lures = new Lures();
        Thread.ofVirtual().name("door").start(lures::listen);
        return lures;
    }

    private void listen() {
        while (!door.isClosed()) {
            try (var _ = door.accept()) {
                knocks.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** How often somebody came. */
    int knocks() {
        return knocks.get();
    }

    /** Comes to the door oneself. */
    void knock() throws IOException {
        new Socket(door.getInetAddress(), door.getLocalPort()).close();
    }

    List<String> forms() {
        var port = door.getLocalPort();
        var addresses = new ArrayList<String>();
        for (var host : List.of(
                "127.0.0.1",
                "localhost",
                "LOCALHOST.",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f000001",
                "0x7f.0x0.0x0.0x1",
                "017700000001",
                "0177.0.0.01",
                "0",
                "0.0.0.0",
                "127.127.127.127",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:0:0:1]",
                "example.org@127.0.0.1",
                "example.org%40127.0.0.1",
                "127.0.0.1%23.example.org",
                "①②⑦.⓪.⓪.①",
                "localhost.localdomain")) {
            addresses.add("http://" + host + ":" + port + "/lure");
        }
        addresses.addAll(List.of(
                "https://127.0.0.1:" + port + "/lure.png",
                "//127.0.0.1:" + port + "/lure",
                "http:\\\\127.0.0.1:" + port + "\\lure",
                "ftp://127.0.0.1:" + port + "/lure",
                "gopher://127.0.0.1:" + port + "/_lure",
                "jar:http://127.0.0.1:" + port + "/lure.jar!/lure",
                "ws://127.0.0.1:" + port + "/lure",
                "![lure](http://127.0.0.1:" + port + "/lure.png)",
                "<img src=http://127.0.0.1:" + port + "/lure.png>",
                "file:///etc/passwd"));
        return addresses;
    }

    /** The body with one of them in place of each text in it, each time the next. */
    JsonNode in(JsonNode body) {
        return switch (body) {
            case StringNode _ -> StringNode.valueOf(forms().get(next++ % forms().size()));
            case ObjectNode object -> {
                var lured = object.objectNode();
                object.properties().forEach(one -> lured.set(one.getKey(), in(one.getValue())));
                yield lured;
            }
            case ArrayNode array -> {
                var lured = array.arrayNode();
                array.forEach(one -> lured.add(in(one)));
                yield lured;
            }
            default -> body;
        };
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
