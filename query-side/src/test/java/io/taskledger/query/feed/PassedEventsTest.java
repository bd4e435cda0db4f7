package io.taskledger.query.feed;

import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;

import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.projection.Versions.Version;
import io.taskledger.query.rebuild.Site;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.eventhandling.GenericEventMessage.asEventMessage;

class PassedEventsTest {

    private static final long FAR = 1_000;

    private static Site site;
    private static Tokens tokens;
    private static ScheduledExecutorService workers;

    private final Version version = site.bean(Versions.class).make("tasks");
    private final AtomicReference<OptionalLong> reached = new AtomicReference<>(OptionalLong.empty());
    private final PassedEvents passed = new PassedEvents(version, tokens, reached::get, workers);

    @BeforeAll
    static void begin() {
        site = Site.fresh();
        tokens = new Tokens(site.sql());
        workers = Executors.newSingleThreadScheduledExecutor();
    }

    @AfterAll
    static void end() {
        workers.shutdownNow();
        site.close();
    }

    @Test
    void the_token_follows_what_is_passed_over() {
        tokens.write(version, 3);
        reached.set(OptionalLong.of(FAR));

        passOver(FAR);

        Site.await(() -> tokens.position(version), position -> position == FAR);
    }

    @Test
    void it_waits_for_the_events_that_are_handled_before() {
        tokens.write(version, 3);
        reached.set(OptionalLong.of(7));

        passOver(FAR);

        Site.await(() -> tokens.position(version), position -> position == 7);
        reached.set(OptionalLong.of(FAR));
        Site.await(() -> tokens.position(version), position -> position == FAR);
    }

    @Test
    void a_token_that_is_further_stays() {
        tokens.write(version, FAR);

        tokens.advance(version, FAR - 1);

        assertThat(tokens.position(version)).isEqualTo(FAR);
    }

    @Test
    void whose_the_token_is_does_not_change() {
        tokens.write(version, 3);
        site.sql()
                .sql("update %s.token set owner = 'somebody', timestamp = 'once'".formatted(version.schema()))
                .update();

        tokens.advance(version, FAR);

        assertThat(tokens.owner(version)).contains("somebody");
        assertThat(site.sql()
                        .sql("select timestamp from %s.token".formatted(version.schema()))
                        .query(String.class)
                        .single())
                .isEqualTo("once");
    }

    private void passOver(long position) {
        EventMessage<?> event = new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position), asEventMessage("of others"));
        passed.onMessageIngested(event).reportIgnored();
    }
}
