package io.taskledger.query.rebuild;

import java.sql.Timestamp;
import java.util.List;

import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand.CancelRebuild;
import io.taskledger.messages.projection.ProjectionCommand.PauseRebuild;
import io.taskledger.messages.projection.ProjectionCommand.ResumeRebuild;
import io.taskledger.messages.projection.ProjectionRejection.WrongState;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.query.task.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A rebuild that is told something in the midst of its fold. */
class SteeringTest {

    private final Site site = Site.fresh(Gate.class);
    private String live;

    @BeforeEach
    void people_have_worked() {
        new Histories(5).play(site, 400);
        site.settle();
        live = site.rows();
    }

    @AfterEach
    void close() {
        Gate.open();
        site.close();
    }

    @Test
    void paused_it_stands_still_until_it_is_resumed() {
        var id = held_up_in_its_fold();
        site.operate(new PauseRebuild(Site.TASKS, id));
        awaitBeats(site, id);
        Gate.open();

        stands_still(site, id);
        site.operate(new ResumeRebuild(Site.TASKS, id));
        isSwapped(site, id);
        assertThat(site.report(id).attempt()).isEqualTo(1);
    }

    @Test
    void cancelled_it_comes_to_nothing_and_leaves_only_its_report() {
        var id = held_up_in_its_fold();
        site.operate(new CancelRebuild(Site.TASKS, id));
        assertThat(site.refusal(() -> site.operate(new PauseRebuild(Site.TASKS, id))))
                .isEqualTo(new WrongState(id, State.CANCELLED));
        Gate.open();

        leaves_only_its_report(id, State.CANCELLED);
    }

    @Test
    void paused_on_a_node_that_goes_down_it_is_paused_on_the_next_one_too() {
        var id = held_up_in_its_fold();
        site.operate(new PauseRebuild(Site.TASKS, id));
        awaitBeats(site, id);
        var other = site.another(Gate.class);
        try {
            Gate.open();
            site.stopNode();

            Site.await(() -> other.report(id), report -> report.attempt() == 2);
            stands_still(other, id);
            assertThat(other.report(id).paused()).isTrue();
            other.operate(new ResumeRebuild(Site.TASKS, id));
            isSwapped(other, id);
        } finally {
            other.stopNode();
        }
    }

    @Test
    void failed_it_leaves_only_its_report_and_does_not_stand_in_the_way_of_the_next() {
        Gate.breakWith(new StackOverflowError("planted"));
        var id = site.ask(Afterwards.SWAP);
        site.awaitEnd(id);

        leaves_only_its_report(id, State.FAILED);
        assertThat(site.report(id).failure()).get().asString().contains("StackOverflowError");
        Gate.open();
        isSwapped(site, site.ask(Afterwards.SWAP));
    }

    private RebuildId held_up_in_its_fold() {
        Gate.close();
        var id = site.ask(Afterwards.SWAP);
        Gate.awaitFold();
        Site.await(() -> site.report(id), report -> report.state() == State.FOLDING);
        return id;
    }

    private static void stands_still(Site node, RebuildId id) {
        awaitBeats(node, id);
        var done = node.report(id).eventsDone();
        awaitBeats(node, id);
        assertThat(node.report(id))
                .returns(State.FOLDING, RebuildReport::state)
                .returns(done, RebuildReport::eventsDone)
                .satisfies(report -> assertThat(report.eventsDone()).isLessThan(report.eventsTotal()));
    }

    private void leaves_only_its_report(RebuildId id, State state) {
        Site.await(this::schemas, List.of("tasks_v1")::equals);
        assertThat(site.report(id).state()).isEqualTo(state);
        assertThat(site.status().rebuild()).isEmpty();
        assertThat(site.status().liveVersion()).isEqualTo(1);
        assertThat(site.rows()).isEqualTo(live);
    }

    private void isSwapped(Site node, RebuildId id) {
        var report = node.awaitEnd(id);
        assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
        assertThat(node.rows()).isEqualTo(live);
    }

    /** Until it has heard all that was asked of it so far, and acted upon it. */
    private static void awaitBeats(Site node, RebuildId id) {
        for (int beat = 0; beat < 3; beat++) {
            var last = lastBeat(node, id);
            Site.await(() -> lastBeat(node, id), now -> now.after(last));
        }
    }

    private static Timestamp lastBeat(Site node, RebuildId id) {
        return node.sql()
                .sql("select beat_at from readmodel.rebuild where id = :id")
                .param("id", id.text())
                .query(Timestamp.class)
                .single();
    }

    private List<String> schemas() {
        return site.sql()
                .sql("select nspname from pg_namespace where nspname ~ '^tasks_v'")
                .query(String.class)
                .list();
    }
}
