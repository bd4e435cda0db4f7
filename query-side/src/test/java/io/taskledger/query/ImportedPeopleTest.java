package io.taskledger.query;

import java.util.List;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListComments;
import io.taskledger.messages.task.TaskQuery.ReadTimeline;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.query.projection.Projection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** How people of an imported file, who have no account here, are told of. */
class ImportedPeopleTest {

    private final Happenings ledger = new Happenings(ReadSide::bean);
    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private final TaskId ferns = TaskId.next();
    private final CommentId dry = CommentId.next(ferns);
    private final String annsName = "ann-" + ann.userId();

    @Test
    void all_that_tells_of_it_calls_them_as_the_file_does_and_names_no_account() {
        tell();

        assertThat(ledger.list(ann, new ReadTimeline(ferns), TimelineEntry.class))
                .extracting(TimelineEntry::actorId, TimelineEntry::actorName, TimelineEntry::via)
                .containsExactly(
                        tuple(null, "Ruth", Via.IMPORT),
                        tuple(null, "Jonas", Via.IMPORT),
                        tuple(null, "Ruth", Via.IMPORT),
                        tuple(null, "Ruth", Via.IMPORT),
                        tuple(ann.userId().text(), annsName, Via.REST));
        assertThat(ledger.page(ann, new ListVersions(ferns, 0, 10), TaskVersion.class)
                        .items()
                        .reversed())
                .extracting(TaskVersion::actor, TaskVersion::actorName)
                .containsExactly(
                        tuple(null, "Ruth"),
                        tuple(null, "Jonas"),
                        tuple(null, "Ruth"),
                        tuple(null, "Ruth"),
                        tuple(ann.userId(), annsName));
        assertThat(ledger.list(ann, new ListComments(ferns), TaskComment.class))
                .extracting(TaskComment::authorName, TaskComment::content)
                .containsExactly(tuple("Ruth", "Very dry."));
        var versions = ledger.page(ann, new ListVersions(ferns, 0, 10), TaskVersion.class)
                .items();
        assertThat(versions.getFirst().task().comments())
                .extracting(TaskComment::authorName)
                .containsExactly("Ruth");
    }

    @Test
    void what_an_import_tells_of_different_times_are_different_entries() {
        tell();

        assertThat(activity(ann))
                .extracting(Activity::actor, Activity::actorName, Activity::resourceType, Activity::action)
                .containsExactly(
                        tuple(ann.userId(), annsName, "task", "shared"),
                        tuple(null, "Ruth", "comment", "updated"),
                        tuple(null, "Ruth", "comment", "created"),
                        tuple(null, "Jonas", "task", "updated"),
                        tuple(null, "Ruth", "task", "created"));
    }

    @Test
    void once_the_account_that_imported_it_is_deleted_nobody_is_named() {
        tell();
        ledger.byItself(new AccountDeleted(ann.userId()));
        ledger.settle(Projection.ACCOUNTS, Projection.ACTIVITY, Projection.TASKS, Projection.HISTORY);

        assertThat(activity(bob)).isNotEmpty().extracting(Activity::actorName).containsOnlyNulls();
        assertThat(ledger.list(bob, new ListComments(ferns), TaskComment.class))
                .extracting(TaskComment::authorName)
                .containsOnlyNulls();
        assertThat(ledger.page(bob, new ListVersions(ferns, 0, 10), TaskVersion.class)
                        .items())
                .extracting(TaskVersion::actorName)
                .containsOnlyNulls();
    }

    private void tell() {
        var action = ActionId.next();
        ledger.by(ann, new UserRegistered(ann.userId(), annsName, "a@example.org"));
        ledger.told(
                ann,
                action,
                "Ruth",
                new TaskCreated(ferns, ann.userId(), null, "Water", null, Priority.MEDIUM, null, null, List.of()));
        ledger.told(
                ann,
                action,
                "Jonas",
                new TaskEdited(
                        ferns,
                        SubjectId.of(ann.userId()),
                        new Changed<>("Water", "Feed"),
                        null,
                        null,
                        null,
                        null,
                        null));
        ledger.told(ann, action, "Ruth", new CommentAdded(ferns, dry, ann.userId(), "Dry.", List.of()));
        ledger.told(
                ann,
                action,
                "Ruth",
                new CommentEdited(ferns, dry, ann.userId(), new Changed<>("Dry.", "Very dry."), List.of()));
        ledger.by(ann, new TaskShared(ferns, bob.userId(), Permission.VIEW));
        ledger.settle(Projection.ACCOUNTS, Projection.ACTIVITY, Projection.TASKS, Projection.HISTORY);
    }

    private List<Activity> activity(Actor reader) {
        return ledger.list(reader, new ReadActivity(ActivityFilter.ALL, 50, 0), Activity.class).stream()
                .filter(entry -> !entry.resourceType().equals("account"))
                .toList();
    }
}
