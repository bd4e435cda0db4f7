package io.taskledger.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;

import io.taskledger.messages.history.HistoryRejection.BeforeTheStart;
import io.taskledger.messages.history.HistoryRejection.StillToCome;
import io.taskledger.messages.history.LedgerReplay;
import io.taskledger.messages.history.LedgerReplay.Replayed;
import io.taskledger.messages.history.PastMoment.Position;
import io.taskledger.messages.history.PastMoment.Recorded;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.query.projection.Projection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {

    private final Histories histories = new Histories(7);
    private Site site;
    private Replay replay;

    @BeforeAll
    void people_have_worked() {
        site = Site.fresh();
        replay = site.bean(Replay.class);
        histories.play(site, 120);
        Projection.all().forEach(one -> site.settle(ProjectionId.named(one.name())));
    }

    @AfterAll
    void close() {
        site.close();
    }

    private void change(String sql) {
        site.sql().sql(sql).update();
    }

    private LedgerReplay whole() {
        return replay.run(OptionalLong.empty(), (done, total) -> {});
    }

    private LedgerReplay upTo(long position) {
        return replay.run(OptionalLong.of(position), (done, total) -> {});
    }

    private static Replayed of(LedgerReplay report, String projection) {
        return report.projections().stream()
                .filter(one -> one.projection().name().equals(projection))
                .findFirst()
                .orElseThrow();
    }

    private long count() {
        return site.sql()
                .sql("select count(*) from ledger.event")
                .query(Long.class)
                .single();
    }

    @Test
    void what_is_live_is_what_the_ledger_says_and_a_replay_changes_nothing() {
        var before = count();
        var report = whole();

        assertThat(report.clean()).as(report.toString()).isTrue();
        assertThat(report.events()).isEqualTo(before).isEqualTo(count());
        assertThat(report.streams()).isPositive();
        assertThat(report.projections())
                .extracting(one -> one.projection().name())
                .containsExactlyInAnyOrderElementsOf(
                        Projection.all().stream().map(Projection::name).toList());
        assertThat(report.projections()).allMatch(Replayed::compared);
        assertThat(of(report, "tasks").rows()).isPositive();
        assertThat(whole()).isEqualTo(report);
    }

    @Test
    void a_replay_up_to_a_position_compares_nothing_and_repeats_what_it_was() {
        var middle = replay.end() / 2;
        var report = upTo(middle);

        assertThat(report.clean()).isTrue();
        assertThat(report.upTo()).isEqualTo(middle);
        assertThat(report.events()).isPositive().isLessThan(count());
        assertThat(report.projections()).noneMatch(Replayed::compared);
        assertThat(upTo(middle)).isEqualTo(report);
        assertThat(upTo(middle + 1).sha256()).isNotEqualTo(report.sha256());

        var all = upTo(replay.end());
        var digests = whole().projections().stream().collect(toMap(Replayed::projection, Replayed::sha256));
        assertThat(all.projections())
                .allSatisfy(one -> assertThat(one.sha256()).isEqualTo(digests.get(one.projection())));
    }

    @Test
    void an_instant_stands_for_all_that_was_recorded_by_then() {
        var head = replay.end();
        var recorded = site.sql()
                .sql("select recorded_at from ledger.event where position = " + head)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();

        assertThat(replay.position(new Recorded(recorded))).isEqualTo(head);
        assertThat(replay.position(new Recorded(recorded.minusNanos(1_000)))).isLessThan(head);
        assertThat(replay.position(new Position(head))).isEqualTo(head);
    }

    @Test
    void what_is_still_to_come_and_what_was_before_the_start_is_refused() {
        var tomorrow = new Recorded(Instant.now().plus(Duration.ofDays(1)));
        assertThat(site.refusal(() -> replay.position(tomorrow))).isEqualTo(new StillToCome(tomorrow));
        var beyond = new Position(replay.end() + 1);
        assertThat(site.refusal(() -> replay.position(beyond))).isEqualTo(new StillToCome(beyond));
        assertThat(site.refusal(() -> replay.position(new Position(0))))
                .isEqualTo(new BeforeTheStart(new Position(0), new Position(1)));
        assertThat(site.refusal(() -> replay.position(new Recorded(Instant.EPOCH))))
                .isInstanceOf(BeforeTheStart.class);
    }

    @Test
    void a_row_changed_by_hand_is_named_with_its_field_and_values() {
        var task = histories.tasks().getFirst().text();
        change("update tasks_v1.task set priority = priority + 40 where id = '" + task + "'");
        try {
            var report = whole();

            assertThat(report.clean()).isFalse();
            assertThat(of(report, "history").clean()).isTrue();
            assertThat(of(report, "tasks").differences()).singleElement().satisfies(difference -> {
                assertThat(difference.key()).isEqualTo(task);
                assertThat(difference.field()).isEqualTo("priority");
                assertThat(difference.cause()).isPresent();
            });
        } finally {
            change("update tasks_v1.task set priority = priority - 40 where id = '" + task + "'");
        }
    }

    @Test
    void an_event_that_cannot_be_read_and_one_of_no_known_name_are_named() {
        var head = replay.end();
        change("update ledger.event set payload = 'no JSON' where position = " + head);
        change("update ledger.event set type = 'task.enchanted' where position = " + (head - 1));
        try {
            var report = upTo(head);

            assertThat(report.clean()).isFalse();
            assertThat(report.faultCount()).isEqualTo(2);
            assertThat(report.faults()).extracting(LedgerReplay.Fault::position).containsExactly(head - 1, head);
            assertThat(report.faults().getFirst().what()).isEqualTo("its type task.enchanted is not known");
            assertThat(report.faults().getLast().what()).startsWith("it cannot be read");
        } finally {
            change("update ledger.event e set payload = k.payload, type = k.type"
                    + " from kept k where k.position = e.position");
        }
    }

    @Test
    void an_event_that_is_missing_in_its_stream_is_named() {
        var gap = site.sql().sql("""
                        select stream_id from ledger.event
                        where stream_type = 'task' group by stream_id having count(*) > 2 limit 1""").query(String.class).single();
        change("delete from ledger.event where stream_id = '" + gap + "' and sequence_number = 1");
        try {
            var report = upTo(replay.end());

            assertThat(report.faultCount()).isEqualTo(1);
            assertThat(report.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.stream()).contains(gap);
                assertThat(fault.what()).isEqualTo("number 2 follows 0");
            });
        } finally {
            change("insert into ledger.event overriding system value select * from kept k" + " where stream_id = '"
                    + gap + "' and sequence_number = 1");
        }
    }

    @BeforeEach
    void keep() {
        change("create table kept as select * from ledger.event");
    }

    @AfterEach
    void forget() {
        assertThat(List.of(count()))
                .containsExactly(site.sql()
                        .sql("select count(*) from kept")
                        .query(Long.class)
                        .single());
        change("drop table kept");
    }
}
