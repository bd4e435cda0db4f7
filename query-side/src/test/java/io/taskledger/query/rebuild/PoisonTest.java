package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand.RetryDeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.SkipDeadLetter;
import io.taskledger.messages.projection.ProjectionRejection.NoSuchDeadLetter;
import io.taskledger.messages.projection.ProjectionRejection.StillFailing;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Events that a projection cannot handle: in its code (a row is missing), or only when the database writes the row. */
class PoisonTest {

    private final Site site = Site.fresh();
    private final TaskId bad = TaskId.next();
    private final TaskId good = TaskId.next();
    private final Actor ann = People.somebody();

    @BeforeEach
    void two_tasks() {
        site.send(ann, CreateTask.titled(bad, "Bad"));
        site.send(ann, CreateTask.titled(good, "Good"));
        site.settle();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void an_event_that_the_handler_refuses_holds_up_its_own_stream_only_and_is_named() {
        loseTheRow();
        var began = System.nanoTime();
        site.send(ann, new CompleteTask(bad));
        site.send(ann, new CompleteTask(good));
        site.send(ann, new ReopenTask(bad));
        site.settle();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(completed(good)).isTrue();
        assertThat(site.letters()).hasSize(2);
        assertThat(site.letters().getFirst()).satisfies(letter -> {
            assertThat(letter.stream()).isEqualTo(bad.text());
            assertThat(letter.type()).isEqualTo("task.completed");
            assertThat(letter.json()).contains(bad.text());
            assertThat(letter.cause()).get().asString().contains("no row for");
        });
        assertThat(site.letters().getLast().cause()).isEmpty();
        assertThat(site.status().deadLetters()).isEqualTo(2);
    }

    @Test
    void an_event_that_only_the_database_refuses_ends_in_the_dead_letters_too() {
        refuseInTheDatabase();
        site.send(ann, new CompleteTask(bad));
        site.send(ann, new CompleteTask(good));
        site.settle();

        assertThat(completed(good)).isTrue();
        assertThat(completed(bad)).isFalse();
        assertThat(site.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.stream()).isEqualTo(bad.text());
            assertThat(letter.cause()).get().asString().contains("never_done");
        });
    }

    @Test
    void a_retry_handles_the_stream_once_the_cause_is_gone() {
        refuseInTheDatabase();
        site.send(ann, new CompleteTask(bad));
        site.settle();
        var letter = site.letters().getFirst();

        assertThat(site.refusal(() -> site.operate(new RetryDeadLetter(Site.TASKS, letter.id()))))
                .isInstanceOfSatisfying(
                        StillFailing.class, still -> assertThat(still.cause()).contains("never_done"));
        assertThat(site.letters()).hasSize(1);
        site.sql().sql("alter table tasks_v1.task drop constraint never_done").update();
        site.operate(new RetryDeadLetter(Site.TASKS, letter.id()));

        assertThat(site.letters()).isEmpty();
        assertThat(completed(bad)).isTrue();
        assertThat(site.refusal(() -> site.operate(new RetryDeadLetter(Site.TASKS, letter.id()))))
                .isEqualTo(new NoSuchDeadLetter(Site.TASKS, letter.id()));
    }

    @Test
    void a_skipped_event_is_left_out_for_good_also_by_a_rebuild() {
        refuseInTheDatabase();
        site.send(ann, new CompleteTask(bad));
        site.settle(); // or both are written as one, and nothing is refused
        site.send(ann, new ReopenTask(bad));
        site.settle();
        site.operate(new SkipDeadLetter(Site.TASKS, site.letters().getFirst().id(), "Not worth it."));

        Site.await(site::letters, List::isEmpty);
        var report = site.rebuild(Afterwards.SWAP);
        assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
        assertThat(site.letters()).isEmpty();
        assertThat(site.rows(1)).isEqualTo(site.rows(2));
    }

    @Test
    void a_stream_whose_dead_letter_waits_is_set_aside_by_a_rebuild_and_its_letters_are_carried_over() {
        refuseInTheDatabase();
        site.send(ann, new CompleteTask(bad));
        site.send(ann, new CompleteTask(good));
        site.settle();
        var before = site.rows();
        var report = site.rebuild(Afterwards.SWAP);

        assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
        assertThat(site.rows()).isEqualTo(before);
        assertThat(site.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.stream()).isEqualTo(bad.text()));
        // The new version's table has no such constraint.
        site.operate(new RetryDeadLetter(Site.TASKS, site.letters().getFirst().id()));
        assertThat(completed(bad)).isTrue();
    }

    @Test
    void an_event_whose_row_only_the_copy_refuses_is_set_aside_and_named() {
        edit(bad, 1, "title", "Still fine");
        edit(bad, 2, "title", "not \\u0000 fine");
        edit(bad, 3, "description", "Behind it");
        site.settle();
        // The rebuild is the first to find out.
        site.sql().sql("delete from automation.dead_letter_entry").update();
        var report = site.rebuild(Afterwards.SWAP);

        assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
        assertThat(site.rows()).contains(good.text()).contains("Still fine").doesNotContain("Behind it");
        assertThat(site.letters()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.stream()).isEqualTo(bad.text());
            assertThat(letter.type()).isEqualTo("task.edited");
        });
        assertThat(site.letters().getFirst().cause()).get().asString().contains("22021");
        assertThat(site.letters().getLast().cause()).isEmpty();
    }

    /** As an event that was imported before anybody looked at characters. */
    private void edit(TaskId task, int sequenceNumber, String field, String jsonText) {
        site.sql()
                .sql("""
                        insert into ledger.event (stream_id, sequence_number, stream_type, type, revision, event_id,
                            happened_at, payload, metadata)
                        select stream_id, :number, stream_type, 'task.edited', revision, gen_random_uuid(), happened_at,
                            convert_to(:json, 'UTF8'), metadata
                        from ledger.event
                        where stream_id = :id and sequence_number = 0""")
                .param("number", sequenceNumber)
                .param("id", task.text())
                .param(
                        "json",
                        "{\"taskId\":\"%s\",\"subject\":\"%s\",\"%s\":{\"from\":\"?\",\"to\":\"%s\"}}"
                                .formatted(task.text(), ann.userId().text(), field, jsonText))
                .update();
    }

    private void loseTheRow() {
        site.sql()
                .sql("delete from tasks_v1.task where id = :id")
                .param("id", bad.text())
                .update();
    }

    private void refuseInTheDatabase() {
        site.sql()
                .sql("alter table tasks_v1.task add constraint never_done check (id <> '%s' or completed_at is null)"
                        .formatted(bad.text()))
                .update();
    }

    private boolean completed(TaskId task) {
        return site.sql()
                .sql("select completed from tasks_v%d.task where id = :id"
                        .formatted(site.status().liveVersion()))
                .param("id", task.text())
                .query(Boolean.class)
                .single();
    }
}
