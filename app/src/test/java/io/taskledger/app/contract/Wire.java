package io.taskledger.app.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as bytes on a socket, so that what no decent client would send can be sent. */
final class Wire {

    private static final int PATIENCE_MILLIS = 30_000;

    private Wire() {}

    /**
     * A request as it goes out.
     *
     * @param target path and query, escaped as they are meant to be
     * @param headers whole lines, in Latin-1
     */
    record Sent(String method, String target, List<String> headers, byte[] body) {

        /** For a shell; the body's bytes by their octal numbers where they are no plain text. */
        String curl(int port) {
            var lines = headers.stream().map(line -> "-H " + quoted(line)).collect(Collectors.joining(" "));
            var head = "curl -i -X " + method + " --path-as-is --globoff " + quoted("http://127.0.0.1:" + port + target)
                    + " " + lines;
            return body.length == 0 ? head : "printf " + quoted(escaped()) + " | " + head + " --data-binary @-";
        }

        private String escaped() {
            var text = new StringBuilder();
            for (var one : body) {
                var plain = one >= ' ' && one < 127 && one != '\\' && one != '%' && one != '\'';
                text.append(plain ? String.valueOf((char) one) : String.format(Locale.ROOT, "\\%03o", one & 0xff));
            }
            return text.toString();
        }

        private static String quoted(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
    }

    /** What came back; header names in lower case, of a repeated header the last. */
    record Heard(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    static Heard ask(int port, Sent sent) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = new ByteArrayOutputStream();
            // HTTP/1.0: the answer ends where the connection does.
            write(out, sent.method + " " + sent.target + " HTTP/1.0\r\nHost: 127.0.0.1:" + port + "\r\n");
            for (var line : sent.headers) {
                write(out, line + "\r\n");
            }
            write(out, "Content-Length: " + sent.body.length + "\r\n\r\n");
            out.writeBytes(sent.body);
            socket.getOutputStream().write(out.toByteArray());
            return heard(socket.getInputStream().readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(sent.curl(port), broken);
        }
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Heard heard(byte[] bytes) {
        var raw = new String(bytes, StandardCharsets.ISO_8859_1);
        var end = raw.indexOf("\r\n\r\n");
        var lines = raw.substring(0, Math.max(0, end)).split("\r\n");
        if (end < 0 || !lines[0].startsWith("HTTP/1.")) {
            throw new AssertionError("no HTTP: " + raw);
        }
        var headers = new TreeMap<String, String>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        var body = new String(bytes, end + 4, bytes.length - end - 4, StandardCharsets.UTF_8);
        return new Heard(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }
}
