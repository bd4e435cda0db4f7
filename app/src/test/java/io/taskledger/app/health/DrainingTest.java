package io.taskledger.app.health;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.app.settings.TaskledgerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What a node does before it takes no more requests. */
class DrainingTest {

    @TempDir
    private Path home;

    @Test
    void it_is_not_ready_and_closes_each_connection_with_its_answer() throws Exception {
        try (var context = new AnnotationConfigApplicationContext(ApplicationAvailabilityBean.class)) {
            var availability = context.getBean(ApplicationAvailabilityBean.class);
            var draining = new Draining(context, TaskledgerSettings.of(Map.of("TASKLEDGER_DRAIN", "60"), home));
            draining.start();
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
            assertThat(connection(draining, new MockHttpServletRequest())).isNull();

            var stop = Thread.ofPlatform().start(draining::stop);
            try {
                while (availability.getReadinessState() != ReadinessState.REFUSING_TRAFFIC && stop.isAlive()) {
                    LockSupport.parkNanos(1_000_000);
                }
                assertThat(connection(draining, new MockHttpServletRequest())).isEqualTo("close");
                var live = new MockHttpServletRequest();
                live.addHeader("Upgrade", "websocket");
                assertThat(connection(draining, live)).isNull();
            } finally {
                stop.interrupt();
                stop.join();
            }
        }
    }

    private static String connection(Draining draining, MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        new LastAnswers(draining).doFilter(request, response, new MockFilterChain());
        return response.getHeader("Connection");
    }
}
