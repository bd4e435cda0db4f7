package io.taskledger.app.watch;

import java.net.URI;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.taskledger.app.edge.PretendRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletResponse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.HexFormat.of;
import static org.assertj.core.api.Assertions.assertThat;

class TracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static ObservationRegistry registry(ObservationHandler<Observation.Context> handler) {
        var registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(handler);
        return registry;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_request_is_sent_with_what_is_done_for_it_and_a_proxys_trace_is_carried_on(boolean byProxy)
            throws InterruptedException {
        try (var collector = new Collector();
                var spans = Traces.provider(address(collector), 1)) {
            var registry = registry(Traces.handler(spans, noted -> {}));
            var request = PretendRequests.with(byProxy, "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
            var context = new ServerRequestObservationContext(request, new MockHttpServletResponse());

            Observation.createNotStarted("http.server.requests", () -> context, registry)
                    .observe(() -> Observation.createNotStarted("taskledger.command", registry)
                            .contextualName("command CompleteTask")
                            .observe(() -> {}));
            spans.forceFlush();

            var sent = collector.next();
            assertThat(sent).contains("taskledger", "command CompleteTask");
            assertThat(sent.contains(new String(of().parseHex(TRACE), ISO_8859_1)))
                    .isEqualTo(byProxy);
        }
    }

    @Test
    void of_a_failure_its_kind_is_told_but_no_words() throws InterruptedException {
        try (var collector = new Collector();
                var spans = Traces.provider(address(collector), 1)) {
            var registry = registry(Traces.handler(spans, noted -> {}));
            var failing =
                    Observation.createNotStarted("taskledger.query", registry).start();
            failing.error(new IllegalStateException("Ann's milk"));
            failing.stop();
            spans.forceFlush();

            assertThat(collector.next()).contains("IllegalStateException").doesNotContain("milk");
        }
    }

    private static URI address(Collector collector) {
        return URI.create("http://127.0.0.1:%d/v1/traces".formatted(collector.port()));
    }
}
