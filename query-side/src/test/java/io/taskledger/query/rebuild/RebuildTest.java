package io.taskledger.query.rebuild;

import java.util.List;

import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.Difference.Kind;
import io.taskledger.messages.projection.ProjectionCommand.CancelRebuild;
import io.taskledger.messages.projection.ProjectionCommand.DropVersion;
import io.taskledger.messages.projection.ProjectionCommand.PauseRebuild;
import io.taskledger.messages.projection.ProjectionCommand.Rebuild;
import io.taskledger.messages.projection.ProjectionCommand.RebuildRows;
import io.taskledger.messages.projection.ProjectionCommand.ResumeRebuild;
import io.taskledger.messages.projection.ProjectionCommand.RollBack;
import io.taskledger.messages.projection.ProjectionCommand.Swap;
import io.taskledger.messages.projection.ProjectionRejection.AlreadyRebuilding;
import io.taskledger.messages.projection.ProjectionRejection.NotPermitted;
import io.taskledger.messages.projection.ProjectionRejection.NothingToRollBackTo;
import io.taskledger.messages.projection.ProjectionRejection.ReasonNeeded;
import io.taskledger.messages.projection.ProjectionRejection.VersionInUse;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.messages.projection.RowsOf;
import io.taskledger.query.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RebuildTest {

    private final Site site = Site.fresh();
    private final Histories histories = new Histories(42);

    @BeforeEach
    void people_have_worked() {
        histories.play(site, 150);
        site.settle();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_rebuilt_version_has_the_same_rows_and_becomes_live() {
        var before = site.rows();
        var report = site.rebuild(Afterwards.SWAP);

        assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
        assertThat(report.clean()).isTrue();
        assertThat(report.eventsDone()).isEqualTo(report.eventsTotal()).isPositive();
        assertThat(site.status().liveVersion()).isEqualTo(2);
        assertThat(site.rows()).isEqualTo(before);
        assertThat(operations()).contains("projection.rebuild-asked", "projection.swapped");
    }

    /** Otherwise its first readers' statements are planned by guesses, and their counts look up every row. */
    @Test
    void a_rebuilt_version_is_known_to_the_planner_before_anybody_reads_it() {
        site.rebuild(Afterwards.HOLD);

        assertThat(site.sql().sql("""
                                select relname
                                from pg_stat_user_tables
                                where schemaname = 'tasks_v2' and vacuum_count = 1 and analyze_count = 1
                                order by relname""").query(String.class).list())
                .containsExactly("comment", "file", "reminder", "share", "task", "wording");
    }

    @Test
    void the_new_version_and_the_one_before_both_follow_what_people_do_next() {
        site.rebuild(Afterwards.SWAP);
        histories.play(site, 30);
        site.settle();

        Site.await(() -> site.rows(1), rows -> rows.equals(site.rows(2)));
    }

    @Test
    void a_rollback_makes_the_version_before_live_again() {
        assertThat(site.refusal(() -> site.operate(new RollBack(Site.TASKS))))
                .isEqualTo(new NothingToRollBackTo(Site.TASKS));
        site.rebuild(Afterwards.SWAP);
        histories.play(site, 10);
        var began = System.nanoTime();
        site.operate(new RollBack(Site.TASKS));

        assertThat(System.nanoTime() - began).isLessThan(1_000_000_000L);
        assertThat(site.status().liveVersion()).isEqualTo(1);
        assertThat(operations()).contains("projection.rolled-back");
    }

    /** Each writes an event that neither version handles: their tokens have to follow all the same. */
    @Test
    void rolling_back_again_and_again_is_never_refused() {
        site.rebuild(Afterwards.SWAP);
        for (int round = 0; round < 20; round++) {
            site.operate(new RollBack(Site.TASKS));
            assertThat(site.status().liveVersion()).isEqualTo(1 + round % 2);
        }
    }

    @Test
    void only_the_version_before_can_be_dropped() {
        site.rebuild(Afterwards.SWAP);

        assertThat(site.refusal(() -> site.operate(new DropVersion(Site.TASKS, 2))))
                .isEqualTo(new VersionInUse(Site.TASKS, 2));
        site.operate(new DropVersion(Site.TASKS, 1));
        Site.await(this::schemas, count -> count == 1);
        assertThat(site.status().canRollBack()).isFalse();
    }

    @Test
    void after_two_swaps_the_oldest_version_goes_by_itself() {
        site.rebuild(Afterwards.SWAP);
        site.rebuild(Afterwards.SWAP);

        Site.await(this::schemas, count -> count == 2);
        assertThat(site.status().versions()).extracting(one -> one.number()).containsExactly(3, 2);
    }

    @Test
    void a_row_changed_by_hand_is_named_with_field_values_and_event() {
        var task = histories.tasks().getFirst().text();
        site.sql()
                .sql("update tasks_v1.task set title = 'Forged' where id = :id")
                .param("id", task)
                .update();
        var report = site.rebuild(Afterwards.DROP);

        assertThat(report.state()).isEqualTo(State.VERIFIED);
        assertThat(report.clean()).isFalse();
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.LIVE_DIFFERS);
            assertThat(difference.key()).isEqualTo(task);
            assertThat(difference.field()).isEqualTo("title");
            assertThat(difference.live()).isEqualTo("Forged");
            assertThat(difference.rebuilt()).startsWith("Title ").isNotEqualTo("Forged");
            assertThat(difference.cause())
                    .get()
                    .satisfies(cause -> assertThat(cause.type()).isIn("task.created", "task.edited"));
        });
        Site.await(this::schemas, count -> count == 1);
    }

    @Test
    void a_row_that_is_missing_and_one_too_many_are_named() {
        var task = histories.tasks().getFirst().text();
        site.sql()
                .sql("update tasks_v1.task set id = 'task-01JZ0000000000000000000001' where id = :id")
                .param("id", task)
                .update();
        var report = site.rebuild(Afterwards.DROP);

        assertThat(report.differences())
                .extracting(Difference::key, Difference::field)
                .containsExactlyInAnyOrder(tuple(task, "*"), tuple("task-01JZ0000000000000000000001", "*"));
    }

    @Test
    void a_difference_holds_the_swap_until_somebody_gives_a_reason() {
        site.sql()
                .sql("update tasks_v1.task set priority = 3, title = 'Forged'")
                .update();
        var report = site.rebuild(Afterwards.SWAP);

        assertThat(report.state()).isEqualTo(State.HELD);
        assertThat(site.status().liveVersion()).isEqualTo(1);
        assertThat(site.refusal(() -> site.operate(new Swap(Site.TASKS, report.rebuildId(), null))))
                .isEqualTo(new ReasonNeeded(report.rebuildId(), report.differenceCount()));
        site.operate(new Swap(Site.TASKS, report.rebuildId(), "Changed by hand."));
        assertThat(site.status().liveVersion()).isEqualTo(2);
        assertThat(site.rows()).doesNotContain("Forged");
        assertThat(site.report(report.rebuildId()).regardless()).contains("Changed by hand.");
    }

    @Test
    void a_held_rebuild_can_be_cancelled_and_leaves_only_its_report() {
        var report = site.rebuild(Afterwards.HOLD);
        assertThat(report.state()).isEqualTo(State.HELD);
        assertThat(site.refusal(() -> site.ask(Afterwards.SWAP)))
                .isEqualTo(new AlreadyRebuilding(Site.TASKS, report.rebuildId()));
        site.operate(new CancelRebuild(Site.TASKS, report.rebuildId()));

        Site.await(this::schemas, count -> count == 1);
        assertThat(site.report(report.rebuildId()).state()).isEqualTo(State.CANCELLED);
        assertThat(site.status().rebuild()).isEmpty();
    }

    @Test
    void a_paused_rebuild_waits_and_goes_on() {
        var id = RebuildId.next();
        site.operate(new Rebuild(Site.TASKS, id, Afterwards.SWAP, null));
        site.operate(new PauseRebuild(Site.TASKS, id));
        site.operate(new ResumeRebuild(Site.TASKS, id));

        assertThat(site.awaitEnd(id).state()).isEqualTo(State.SWAPPED);
        assertThat(operations()).contains("projection.rebuild-paused", "projection.rebuild-resumed");
    }

    @Test
    void the_rows_of_one_task_are_made_anew() {
        var before = site.rows();
        var task = histories.tasks().getFirst().text();
        site.sql()
                .sql("update tasks_v1.task set title = 'Forged' where id = :id")
                .param("id", task)
                .update();
        site.operate(new RebuildRows(Site.TASKS, new RowsOf.Stream(task)));

        assertThat(site.rows()).isEqualTo(before);
    }

    @Test
    void the_rows_of_one_owner_are_made_anew_and_no_others() {
        var before = site.rows();
        var owner = histories.owner(histories.tasks().getFirst());
        site.sql()
                .sql("delete from tasks_v1.task where owner = :owner")
                .param("owner", owner.userId().text())
                .update();
        site.operate(new RebuildRows(Site.TASKS, new RowsOf.Owner(owner.userId())));

        assertThat(site.rows()).isEqualTo(before);
    }

    @Test
    void nobody_but_an_admin_operates() {
        var ann = People.somebody();

        assertThat(site.refusal(() -> site.send(ann, new RollBack(Site.TASKS)))).isEqualTo(new NotPermitted());
    }

    private long schemas() {
        return site.sql()
                .sql("select count(*) from pg_namespace where nspname ~ '^tasks_v'")
                .query(Long.class)
                .single();
    }

    private List<String> operations() {
        return site.sql()
                .sql("select type from ledger.event where stream_id = 'projection-tasks' order by position")
                .query(String.class)
                .list();
    }
}
