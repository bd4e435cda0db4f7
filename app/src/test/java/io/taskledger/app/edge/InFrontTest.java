package io.taskledger.app.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

/** A Tomcat with what stands in front of the product, which tells what the product would see. */
class InFrontTest {

    private static final String OURS = "a1b2c3d4-from-the-proxy";

    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() throws LifecycleException {
        client.close();
        tomcat.stop();
        tomcat.destroy();
    }

    private HttpResponse<String> ask(List<String> trusted, String... headers) {
        try {
            start(trusted);
            var request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + tomcat.getConnector().getLocalPort()))
                    .headers(headers)
                    .build();
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(List<String> trusted) throws LifecycleException {
        tomcat.setPort(0);
        tomcat.setSilent(true);
        tomcat.getEngine().getPipeline().addValve(new BehindProxies(TrustedProxies.of(trusted)));
        var context = (StandardContext) tomcat.addContext("", null);
        context.setClearReferencesThreadLocals(false); // and what it would say of the JVM's options
        context.setClearReferencesRmiTargets(false);
        var filter = new FilterDef();
        filter.setFilterName("ids");
        filter.setFilter(new RequestIds());
        context.addFilterDef(filter);
        var everything = new FilterMap();
        everything.setFilterName("ids");
        everything.addURLPattern("/*");
        context.addFilterMap(everything);
        Tomcat.addServlet(context, "seen", new Seen());
        context.addServletMappingDecoded("/", "seen");
        tomcat.getConnector();
        tomcat.start();
    }

    private static final class Seen extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(String.join(
                            " ",
                            request.getRemoteAddr(),
                            request.getRequestURL(),
                            Boolean.toString(request.isSecure()),
                            MDC.get(RequestIds.KEY)));
        }
    }

    private static String id(HttpResponse<String> answer) {
        return answer.headers().firstValue(RequestIds.HEADER).orElseThrow();
    }

    @Test
    void a_trusted_proxy_is_believed() {
        var answer = ask(
                List.of("127.0.0.0/8"),
                "X-Forwarded-For",
                "198.51.100.1, 203.0.113.7",
                "X-Forwarded-Proto",
                "https",
                RequestIds.HEADER,
                OURS);

        assertThat(answer.body()).isEqualTo("203.0.113.7 https://127.0.0.1/ true " + OURS);
        assertThat(id(answer)).isEqualTo(OURS);
    }

    @Test
    void anybody_else_is_not() {
        var answer = ask(
                List.of("10.0.0.1"),
                "X-Forwarded-For",
                "203.0.113.7",
                "X-Forwarded-Proto",
                "https",
                RequestIds.HEADER,
                OURS);

        assertThat(id(answer)).isNotEqualTo(OURS).matches("[0-9a-f-]{36}");
        assertThat(answer.body())
                .isEqualTo("127.0.0.1 http://127.0.0.1:%d/ false %s"
                        .formatted(tomcat.getConnector().getLocalPort(), id(answer)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "with a blank in it", "\"quoted-text\"", "-begins-with-a-dash", "tab\tinside-of-it"})
    void an_id_in_another_form_is_replaced_whoever_sends_it(String id) {
        var answer = ask(List.of("127.0.0.1"), RequestIds.HEADER, id);

        assertThat(id(answer)).matches("[0-9a-f-]{36}");
        assertThat(answer.body()).endsWith(" " + id(answer));
    }

    @Test
    void what_others_do_for_a_request_is_logged_under_its_id() throws InterruptedException {
        var seen = new String[2];
        Runnable task;
        try (var said = MDC.putCloseable(RequestIds.KEY, OURS)) {
            task = FrontWiring.underTheSameId(() -> seen[0] = MDC.get(RequestIds.KEY));
        }
        var other = Thread.ofPlatform().start(() -> {
            task.run();
            seen[1] = String.valueOf(MDC.get(RequestIds.KEY));
        });
        other.join();

        assertThat(seen).containsExactly(OURS, "null");
    }
}
