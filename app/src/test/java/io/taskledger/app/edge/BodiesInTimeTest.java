package io.taskledger.app.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A Tomcat of four threads, and people who send their bodies drop by drop, or not in the form of HTTP. */
class BodiesInTimeTest {

    private static final int THREADS = 4;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Duration GRACE = Duration.ofMillis(400);
    private static final Duration PROMPT = Duration.ofMillis(50);
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private final Tomcat tomcat = new Tomcat();
    private final List<Socket> sockets = new ArrayList<>();

    private void start(BodiesInTime.Limits limits) throws LifecycleException {
        tomcat.setPort(0);
        tomcat.setSilent(true);
        tomcat.getEngine().getPipeline().addValve(new BodiesInTime(limits));
        tomcat.getEngine().getPipeline().addValve(new RefusedForms());
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass("");
        var context = (StandardContext) tomcat.addContext("", null);
        context.setClearReferencesThreadLocals(false); // and what it would say of the JVM's options
        context.setClearReferencesRmiTargets(false);
        Tomcat.addServlet(context, "length", new Length());
        context.addServletMappingDecoded("/", "length");
        tomcat.getConnector().setProperty("maxThreads", Integer.toString(THREADS));
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException, IOException {
        for (var socket : sockets) {
            socket.close();
        }
        tomcat.stop();
        tomcat.destroy();
    }

    /** Tells how long a body is, and never looks at one that is put. */
    private static final class Length extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("served");
        }

        @Override
        protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("unread");
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("of " + request.getInputStream().readAllBytes().length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n"})
    void a_body_that_drips_is_cut_off_and_its_sender_told(String form) throws Exception {
        start(new BodiesInTime.Limits(GRACE, 1024, PROMPT, THREADS));
        var socket = connected();

        send(socket, "POST / HTTP/1.1\r\nHost: localhost\r\n" + form);

        assertThat(heard(socket)).startsWith("HTTP/1.1 408").contains("Connection: close", "did not come in time");
    }

    @Test
    void one_that_was_answered_before_it_came_holds_nobody_up_either() throws Exception {
        start(new BodiesInTime.Limits(GRACE, 1024, PROMPT, THREADS));
        var socket = connected();

        send(socket, "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na");

        assertThat(heard(socket)).startsWith("HTTP/1.1 200").endsWith("unread");
    }

    @Test
    void who_sends_slowly_and_steadily_is_waited_for() throws Exception {
        start(new BodiesInTime.Limits(GRACE, 20, PROMPT, THREADS));
        var socket = connected();

        send(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 400\r\n\r\n");
        for (var i = 0; i < 20; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
            send(socket, "twenty bytes at once");
        }

        assertThat(heard(socket)).startsWith("HTTP/1.1 200").endsWith("of 400");
    }

    @Test
    void many_who_drip_leave_threads_to_the_others() throws Exception {
        start(new BodiesInTime.Limits(Duration.ofMinutes(1), 1024, PROMPT, THREADS / 2));
        for (var i = 0; i < 5 * THREADS; i++) {
            send(connected(), "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na");
        }
        var other = connected();

        send(other, GET);

        assertThat(heard(other)).startsWith("HTTP/1.1 200").endsWith("served");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void what_comes_behind_a_body_is_the_next_request(String method) throws Exception {
        start(BodiesInTime.Limits.USUAL);
        var socket = connected();

        send(socket, method + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n12345" + GET);

        assertThat(heard(socket))
                .startsWith("HTTP/1.1 200")
                .containsPattern("of 5|unread")
                .endsWith("served");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\na\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\naa",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\naa",
                "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n"
            })
    void what_is_not_in_the_form_of_http_is_refused_and_nothing_behind_it_is_answered(String request) throws Exception {
        start(BodiesInTime.Limits.USUAL);
        var socket = connected();

        send(socket, request + GET);

        assertThat(heard(socket))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "nosniff")
                .doesNotContain("Tomcat", "served");
    }

    @Test
    void of_two_lengths_the_chunks_count_and_nothing_behind_them_is_answered() throws Exception {
        start(BodiesInTime.Limits.USUAL);
        var socket = connected();

        send(
                socket,
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3\r\nabc\r\n0\r\n\r\n" + GET);

        assertThat(heard(socket)).contains("of 3", "Connection: close").doesNotContain("served");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "FOO", "get"})
    void what_nothing_of_the_product_answers_to_is_not_passed_on(String method) throws Exception {
        start(BodiesInTime.Limits.USUAL);
        var socket = connected();

        send(socket, method + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(heard(socket))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD, POST", "application/problem+json", "\"detail\":\"Method Not Allowed\"");
    }

    private Socket connected() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Until the connection is closed, or broken off. */
    private static String heard(Socket socket) {
        var heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (IOException brokenOff) {
            heard.writeBytes(new byte[0]);
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }
}
