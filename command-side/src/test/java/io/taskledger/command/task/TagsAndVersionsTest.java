package io.taskledger.command.task;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.taskledger.messages.Changed;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TagCommand.RenameTag;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TagCommand.UntagTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskRejection.EditedMeanwhile;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.NotInTrash;
import io.taskledger.messages.task.TaskRejection.NotPermitted;
import io.taskledger.messages.task.TaskRejection.TagNotFound;
import io.taskledger.messages.task.TaskRejection.VersionMismatch;
import io.taskledger.messages.task.TaskRejection.Winner;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.task.Tasks.FERNS;
import static io.taskledger.messages.task.Permission.EDIT;
import static io.taskledger.messages.task.Permission.VIEW;

class TagsAndVersionsTest extends AskedOfTask {

    @Test
    void tags_are_added_at_the_end_and_those_that_are_there_are_skipped() {
        given().when(new TagTask(FERNS, List.of("spring", "garden", "spring")), by(ANN))
                .expectEvents(tags(List.of("garden"), List.of("garden", "spring")));
        given().when(new TagTask(FERNS, List.of("garden")), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given().when(new TagTask(FERNS, List.of()), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_task_has_100_tags_at_most_however_they_came() {
        var more = IntStream.range(0, 100).mapToObj(n -> "tag " + n).toList();

        given().when(new TagTask(FERNS, more), by(ANN))
                .expectException(because(
                        new Rejection.Invalid(List.of(new FieldProblem("tags", FieldProblem.Kind.TOO_MANY, 100)))))
                .expectNoEvents();
    }

    @Test
    void a_tag_is_removed_and_one_that_is_lacking_is_told() {
        given().when(new UntagTask(FERNS, "garden"), by(ANN)).expectEvents(tags(List.of("garden"), List.of()));
        given().when(new UntagTask(FERNS, "Garden"), by(ANN))
                .expectException(because(new TagNotFound(FERNS, "Garden")))
                .expectNoEvents();
    }

    @Test
    void a_tag_is_renamed_in_its_place_and_merged_into_one_that_is_there() {
        var two = tags(List.of("garden"), List.of("garden", "yard"));

        given().when(new RenameTag(FERNS, "garden", " yard "), by(ANN))
                .expectEvents(tags(List.of("garden"), List.of("yard")));
        given(two)
                .when(new RenameTag(FERNS, "garden", "yard"), by(ANN))
                .expectEvents(tags(List.of("garden", "yard"), List.of("yard")));
        given().when(new RenameTag(FERNS, "spring", "yard"), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void who_may_only_look_tags_nothing() {
        for (var command : List.<TaskCommand>of(
                new TagTask(FERNS, List.of("a")),
                new UntagTask(FERNS, "garden"),
                new RenameTag(FERNS, "garden", "yard"))) {
            given(sharedWith(BOB, VIEW))
                    .when(command, by(BOB))
                    .expectException(because(new NotPermitted(FERNS)))
                    .expectNoEvents();
        }
    }

    @Test
    void a_deleted_task_comes_back_and_what_is_there_need_not() {
        given(Tasks.deleted()).when(new RestoreTask(FERNS), by(ANN)).expectEvents(new TaskRestored(FERNS));
        given().when(new RestoreTask(FERNS), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(Tasks.deleted(), new TaskRestored(FERNS))
                .when(new CompleteTask(FERNS), by(ANN))
                .expectEvents(Tasks.completed());
    }

    @Test
    void only_what_is_in_the_trash_is_purged_and_nothing_is_asked_of_it_afterwards() {
        given(Tasks.deleted()).when(new PurgeTask(FERNS), by(ANN)).expectEvents(new TaskPurged(FERNS));
        given().when(new PurgeTask(FERNS), by(ANN)).expectException(because(new NotInTrash(FERNS)));
        for (var command : List.of(new RestoreTask(FERNS), new PurgeTask(FERNS), new CompleteTask(FERNS))) {
            given(Tasks.deleted(), new TaskPurged(FERNS))
                    .when(command, by(ANN))
                    .expectException(because(new NotFound(FERNS)))
                    .expectNoEvents();
        }
    }

    @Test
    void who_may_edit_knows_nothing_of_the_trash() {
        given(sharedWith(BOB, EDIT), Tasks.deleted())
                .when(new RestoreTask(FERNS), by(BOB))
                .expectException(because(new NotFound(FERNS)));
        given(sharedWith(BOB, EDIT))
                .when(new PurgeTask(FERNS), by(BOB))
                .expectException(because(new NotPermitted(FERNS)));
    }

    @Test
    void edits_of_different_fields_both_count() {
        given(tags(List.of("garden"), List.of("yard")))
                .when(new EditTask(FERNS, TaskEdit.nothing().priority(Priority.LOW), 0L), by(ANN))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void of_two_edits_of_one_field_the_later_is_told_the_value_that_won() {
        given(tags(List.of("garden"), List.of("yard")), Tasks.completed())
                .when(
                        new EditTask(
                                FERNS, TaskEdit.nothing().tags(List.of("house")).title("Feed"), 0L),
                        by(ANN))
                .expectException(
                        because(new EditedMeanwhile(FERNS, List.of(new Winner("tags", List.of("yard"), null)))))
                .expectNoEvents();
        given(Tasks.completed())
                .when(new EditTask(FERNS, TaskEdit.nothing().completed(false), 0L), by(ANN))
                .expectException(because(new EditedMeanwhile(FERNS, List.of(new Winner("completed", true, null)))))
                .expectNoEvents();
    }

    @Test
    void who_saw_the_change_or_wants_the_same_is_no_rival() {
        given(tags(List.of("garden"), List.of("yard")))
                .when(new EditTask(FERNS, TaskEdit.nothing().tags(List.of("house")), 1L), by(ANN))
                .expectEvents(tags(List.of("yard"), List.of("house")));
        given(tags(List.of("garden"), List.of("yard")))
                .when(new EditTask(FERNS, TaskEdit.nothing().tags(List.of("yard")), 0L), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_demanded_version_must_be_the_tasks() {
        var demanding = demanding(by(ANN), MetadataKeys.EXPECTED_VERSION, 0L);

        given().when(new CompleteTask(FERNS), demanding).expectEvents(Tasks.completed());
        given(Tasks.completed(), Tasks.reopened())
                .when(new CompleteTask(FERNS), demanding)
                .expectException(because(new VersionMismatch(FERNS, 0, 2)))
                .expectNoEvents();
        given(Tasks.deleted())
                .when(new RestoreTask(FERNS), demanding)
                .expectException(because(new VersionMismatch(FERNS, 0, 1)));
    }

    @Test
    void a_version_tells_nobody_that_a_task_exists() {
        given().when(new CompleteTask(FERNS), demanding(by(BOB), MetadataKeys.EXPECTED_VERSION, 7L))
                .expectException(because(new NotFound(FERNS)));
        given(Tasks.deleted())
                .when(new CompleteTask(FERNS), demanding(by(ANN), MetadataKeys.EXPECTED_VERSION, 7L))
                .expectException(because(new NotFound(FERNS)));
    }

    private static TaskEdited tags(List<String> from, List<String> to) {
        return new TaskEdited(
                FERNS, SubjectId.of(ANN), null, null, null, null, null, new Changed<>(from, new ArrayList<>(to)));
    }
}
