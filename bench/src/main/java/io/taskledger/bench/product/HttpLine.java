package io.taskledger.bench.product;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection over HTTP/1.1, and no more of the protocol than the product's answers need: a whole client would
 * take more of the cores that it shares with what it measures.
 */
final class HttpLine implements AutoCloseable {

    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    HttpLine(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket.close();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** A whole request, to be sent as often as wanted. Of a GET the body is empty. */
    static byte[] request(String method, String path, String authorization, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return (method + " /api/v1" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + (authorization.isEmpty() ? "" : "Authorization: Bearer " + authorization + "\r\n")
                        + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Waits for the whole answer.
     *
     * @return its body
     * @throws IOException where the answer is a refusal, too
     */
    byte[] send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = line();
        int length = 0;
        var chunked = false;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding: chunked");
            last |= lower.startsWith("connection: close");
        }
        var body = chunked ? chunks() : exactly(length);
        if (last) {
            connect();
        }
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException(status + "\n" + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int length = chunkLength(); ; length = chunkLength()) {
            all.write(exactly(length));
            line();
            if (length == 0) {
                return all.toByteArray();
            }
        }
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer broke off");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
