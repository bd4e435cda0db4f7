package io.taskledger.app.watch;

import java.net.URI;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorReportsTest {

    @Test
    void an_error_is_reported_without_what_people_wrote() throws InterruptedException {
        try (var server = new Collector();
                var reports =
                        new ErrorReports(URI.create("http://key@127.0.0.1:%d/7".formatted(server.port())), "test");
                var request = MDC.putCloseable("requestId", "a1b2c3d4")) {
            var log = LoggerFactory.getLogger("io.taskledger.app.Example");
            log.warn("Not worth a report: {}", "ann@example.org");
            log.error(
                    "The list of {} is broken",
                    "ann@example.org",
                    new IllegalStateException("Ann's milk", new IllegalArgumentException("ann@example.org")));

            var envelope = server.next();

            assertThat(envelope).doesNotContain("ann@example.org", "milk", "Not worth");
            var report = event(envelope);
            assertThat(report.at("/message/message").asString()).isEqualTo("The list of {} is broken");
            assertThat(report.at("/level").asString()).isEqualTo("error");
            assertThat(report.at("/tags/requestId").asString()).isEqualTo("a1b2c3d4");
            assertThat(report.at("/release").asString()).startsWith("taskledger@");
            var types = new ArrayList<String>();
            report.at("/exception/values")
                    .forEach(exception -> types.add(exception.at("/type").asString()));
            assertThat(types).containsExactly("IllegalArgumentException", "IllegalStateException");
            assertThat(report.at("/exception/values/1/value").asString())
                    .startsWith("IllegalArgumentException: at ")
                    .contains("ErrorReportsTest");
            assertThat(report.has("user") || report.has("request") || report.has("server_name"))
                    .isFalse();
        }
    }

    /** An envelope is lines of JSON: its header, and for each item a header and the item. */
    private static JsonNode event(String envelope) {
        return envelope.lines()
                .map(JsonMapper.shared()::readTree)
                .filter(line -> line.has("exception"))
                .findFirst()
                .orElseThrow();
    }
}
