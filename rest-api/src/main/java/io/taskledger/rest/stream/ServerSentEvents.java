package io.taskledger.rest.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Writes server-sent events (HTML standard, §9.2). Nothing is sent for certain before {@link #flush()}. */
public final class ServerSentEvents {

    /** What a client that lost the connection says was told it last. */
    public static final String LAST_ID = "Last-Event-ID";

    private final OutputStream out;

    public ServerSentEvents(OutputStream out) {
        this.out = out;
    }

    /** Whether that is what a client wants; everybody else gets JSON. */
    public static boolean wantedBy(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    /** Makes an answer one of events. */
    public static ServerSentEvents begin(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // or nginx keeps it back until it is over
        return new ServerSentEvents(response.getOutputStream());
    }

    /** @param data one line */
    public void event(String name, String data) throws IOException {
        write("event: " + name + "\ndata: " + data + "\n\n");
    }

    /**
     * @param id what a client that lost the connection comes back with
     * @param data one line
     */
    public void event(String name, long id, String data) throws IOException {
        write("event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n");
    }

    /** Tells no event, but how long to wait before coming back, and with which id. */
    public void beginning(Duration retry, long id) throws IOException {
        write("retry: " + retry.toMillis() + "\nid: " + id + "\n\n");
    }

    /** Tells nothing: for whoever closes connections on which nothing comes. */
    public void comment(String text) throws IOException {
        write(": " + text + "\n\n");
    }

    public void flush() throws IOException {
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
