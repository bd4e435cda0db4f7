package io.taskledger.query.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.HistoryQuery;
import io.taskledger.messages.history.HistoryQuery.BlameTask;
import io.taskledger.messages.history.HistoryQuery.CompareLists;
import io.taskledger.messages.history.HistoryQuery.CompareTask;
import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.history.ListDiff;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskBlame;
import io.taskledger.messages.history.TaskBlame.FieldBlame;
import io.taskledger.messages.history.TaskDiff;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingCommand.LeaveTask;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.LeaveWorkspace;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.Happenings;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import static io.taskledger.query.history.Doings.does;
import static io.taskledger.query.history.Doings.standing;
import static org.assertj.core.api.Assertions.assertThat;

/** What differs between versions and lists, who set what, and how a task becomes again what it was. */
class DifferenceTest {

    private final Actor ann = Doings.somebody();
    private final Actor bob = Doings.somebody();
    private final TaskId ferns = TaskId.next();

    @Test
    void two_versions_differ_in_what_was_done_between_them() {
        create();
        var comment = CommentId.next(ferns);
        does(ann, edit(ferns, edit -> edit.title("All ferns").tags(List.of("garden"))));
        does(ann, new AddComment(ferns, comment, "Dry"));
        does(ann, new ShareTask(ferns, Doings.name(bob), Permission.EDIT));
        does(bob, new AssignTask(ferns, Doings.name(bob)), new CompleteTask(ferns));

        assertThat(diff(1, 5).changes())
                .containsExactlyInAnyOrder(
                        new FieldChange("comment", comment.text(), null, "Dry"),
                        new FieldChange("share", Doings.name(bob), null, "edit"),
                        new FieldChange("assignee", null, null, Doings.name(bob)),
                        new FieldChange("completed", null, false, true));
        assertThat(diff(5, 1).changes()).contains(new FieldChange("completed", null, true, false));
        assertThat(diff(0, 1).changes())
                .containsExactly(
                        new FieldChange("title", null, "Ferns", "All ferns"),
                        new FieldChange("tags", null, List.of(), List.of("garden")));
        assertThat(diff(2, 2).changes()).isEmpty();
        assertThat(Doings.find(ann, new CompareTask(ferns, version(0), version(99)), TaskDiff.class))
                .isEmpty();
        assertThat(diff(0, 5).to().actor()).isEqualTo(bob.userId());
    }

    @Test
    void blame_names_who_set_a_field_and_who_had_set_it_before() {
        create();
        does(ann, new ShareTask(ferns, Doings.name(bob), Permission.EDIT));
        does(bob, edit(ferns, edit -> edit.priority(Priority.HIGH)));
        does(ann, edit(ferns, edit -> edit.priority(Priority.LOW)));

        var blame = Doings.find(ann, new BlameTask(ferns), TaskBlame.class).orElseThrow();

        var priority = field(blame, "priority");
        assertThat(priority.value()).isEqualTo(Priority.LOW);
        assertThat(priority.by().actor()).isEqualTo(ann.userId());
        assertThat(priority.by().version()).isEqualTo(3);
        assertThat(priority.before()).isEqualTo(Priority.HIGH);
        assertThat(priority.beforeBy().actor()).isEqualTo(bob.userId());
        var title = field(blame, "title");
        assertThat(title.by().version()).isZero();
        assertThat(title.beforeBy()).isNull();
        assertThat(blame.fields())
                .extracting(FieldBlame::field)
                .containsExactly(
                        "title",
                        "description",
                        "priority",
                        "due_date",
                        "due_time",
                        "tags",
                        "completed",
                        "assignee",
                        "workspace_id",
                        "list_id",
                        "place");
    }

    @Test
    void a_list_differs_by_what_came_went_and_changed() {
        create();
        var roses = TaskId.next();
        var mint = TaskId.next();
        does(ann, CreateTask.titled(roses, "Roses"));
        does(ann, CreateTask.titled(mint, "Mint"));
        var then = now();
        does(ann, new DeleteTask(roses));
        does(ann, edit(ferns, edit -> edit.title("All ferns").dueDate(LocalDate.of(2026, 3, 1))));
        does(ann, new AddComment(mint, CommentId.next(mint), "Fresh"));
        var ivy = TaskId.next();
        does(ann, CreateTask.titled(ivy, "Ivy"));
        var later = now();

        var diff = lists(then, later, TaskFilter.everything(), 0, 100);

        assertThat(diff.totals()).isEqualTo(new ListDiff.Totals(1, 1, 1));
        assertThat(diff.page().items())
                .extracting(ListDiff.Entry::taskId, ListDiff.Entry::kind, ListDiff.Entry::title)
                .containsExactly(
                        Tuple.tuple(ivy, ListDiff.Kind.NEW, "Ivy"),
                        Tuple.tuple(roses, ListDiff.Kind.GONE, "Roses"),
                        Tuple.tuple(ferns, ListDiff.Kind.CHANGED, "All ferns"));
        assertThat(diff.page().items().get(2).changes())
                .containsExactly(
                        new FieldChange("title", null, "Ferns", "All ferns"),
                        new FieldChange("due_date", null, null, LocalDate.of(2026, 3, 1)));
        assertThat(diff.to().at()).isEqualTo(later);
        assertThat(lists(then, later, TaskFilter.everything(), 1, 1).page().items())
                .extracting(ListDiff.Entry::taskId)
                .containsExactly(roses);
        var searched = lists(then, later, TaskFilter.everything().search("ferns"), 0, 100);
        assertThat(searched.totals()).isEqualTo(new ListDiff.Totals(0, 0, 1));
        var due = lists(then, later, TaskFilter.everything().due(LocalDate.of(2026, 3, 1), null), 0, 100);
        assertThat(due.totals()).as("it came into the list").isEqualTo(new ListDiff.Totals(1, 0, 0));
        assertThat(lists(then, then, TaskFilter.everything(), 0, 100).page().total())
                .isZero();
    }

    @Test
    void figures_of_then_are_what_was_counted_then() {
        create();
        does(ann, edit(ferns, edit -> edit.tags(List.of("a", "a", "b"))));
        var comment = CommentId.next(ferns);
        does(ann, new AddComment(ferns, comment, "Dry"));
        var then = now();
        does(ann, new DeleteComment(ferns, comment));
        does(ann, new CompleteTask(ferns));
        does(ann, CreateTask.titled(TaskId.next(), "Roses"));

        assertThat(figures(then))
                .isEqualTo(new TaskStatistics(1, 0, Map.of(Priority.MEDIUM, 1L), Map.of("a", 1L, "b", 1L), 0, 0, 1));
        assertThat(figures(now()))
                .isEqualTo(new TaskStatistics(2, 1, Map.of(Priority.MEDIUM, 2L), Map.of("a", 1L, "b", 1L), 0, 0, 0));
    }

    @Test
    void a_task_becomes_again_what_it_was_as_one_action() {
        var team = WorkspaceId.next();
        does(ann, new CreateWorkspace(team, "Team"));
        create();
        does(
                ann,
                edit(ferns, edit -> edit.title("All ferns").tags(List.of("x")).completed(true)),
                new AssignTask(ferns, Doings.name(ann)));
        var wanted = standing(ann, ferns);
        var version = version();
        does(
                ann,
                edit(
                        ferns,
                        edit -> edit.title("Else")
                                .tags(List.of())
                                .description("More")
                                .completed(false)));
        does(ann, new MoveTask(ferns, new TaskHome(team, ListId.firstOf(team), new Place("Z"))));
        does(ann, new AssignTask(ferns, null));
        var before = standing(ann, ferns);

        var restored = restore(version);

        assertThat(standing(ann, ferns)).isEqualTo(wanted);
        Doings.undo(ann, restored);
        assertThat(standing(ann, ferns)).isEqualTo(before);
    }

    @Test
    void what_is_in_the_trash_comes_back_with_its_comments_files_and_shares() {
        create();
        does(
                ann,
                new ShareTask(ferns, Doings.name(bob), Permission.EDIT),
                new AddComment(ferns, CommentId.next(ferns), "Dry"),
                new AttachFile(ferns, FileId.next(ferns), "a.txt", "text/plain", 1, "1".repeat(64)));
        var whole = standing(ann, ferns);
        var version = version();
        var deleted = does(ann, new DeleteTask(ferns));
        assertThat(standing(ann, ferns)).isEmpty();

        does(ann, new RestoreTask(ferns));
        assertThat(standing(ann, ferns)).isEqualTo(whole);

        does(ann, new DeleteTask(ferns));
        restore(version);
        assertThat(standing(ann, ferns)).isEqualTo(whole);

        Doings.undo(ann, deleted);
        assertThat(standing(ann, ferns)).as("it is there already").isEqualTo(whole);
        assertThat(standing(bob, ferns)).isPresent();
    }

    @Test
    void the_past_is_told_to_who_may_look_now_through_all_that_changes_that() {
        create();
        assertThat(told(bob)).isFalse();
        does(ann, new ShareTask(ferns, Doings.name(bob), Permission.VIEW));
        assertThat(told(bob)).as("shared").isTrue();
        does(ann, new RevokeShare(ferns, Doings.name(bob)));
        assertThat(told(bob)).as("revoked").isFalse();
        does(ann, new ShareTask(ferns, Doings.name(bob), Permission.EDIT));
        does(bob, new LeaveTask(ferns));
        assertThat(told(bob)).as("left").isFalse();

        var team = WorkspaceId.next();
        var invitation = InvitationId.next();
        does(ann, new CreateWorkspace(team, "Team"));
        does(ann, new InviteUser(team, invitation, Doings.name(bob), WorkspaceRole.VIEWER));
        does(bob, new AcceptInvitation(team, invitation));
        assertThat(told(bob)).as("a member, of a task elsewhere").isFalse();
        does(ann, new MoveTask(ferns, new TaskHome(team, ListId.firstOf(team), new Place("Z"))));
        assertThat(told(bob)).as("a viewer of the team").isTrue();
        does(ann, new DeleteTask(ferns));
        assertThat(told(bob)).as("deleted, and not theirs to restore").isFalse();
        assertThat(told(ann)).as("deleted, and one's own").isTrue();
        does(ann, new RestoreTask(ferns));
        assertThat(told(bob)).as("restored").isTrue();
        does(bob, new LeaveWorkspace(team));
        assertThat(told(bob)).as("left the team").isFalse();
        assertThat(told(ann)).isTrue();
    }

    /** Whether a person is told of the task's past, by all that tells of it. */
    private boolean told(Actor reader) {
        settle();
        var start = new PastMoment.Happened(created());
        var answers = List.of(
                Doings.find(reader, new FindTaskAt(ferns, start), TaskVersion.class)
                        .isPresent(),
                Doings.find(reader, new CompareTask(ferns, version(0), version(0)), TaskDiff.class)
                        .isPresent(),
                Doings.find(reader, new BlameTask(ferns), TaskBlame.class).isPresent(),
                Doings.find(reader, new PlanRestore(ferns, version(0)), TaskPlan.class)
                        .isPresent(),
                listed(reader, start));
        assertThat(answers).containsOnly(answers.getFirst());
        return answers.getFirst();
    }

    /** Whether a comparison with before it was there has it. */
    private boolean listed(Actor reader, PastMoment.Happened start) {
        var filter = TaskFilter.everything().workspace(WorkspaceId.personalOf(ann.userId()));
        var before = new PastMoment.Happened(start.at().minusMillis(1));
        return Doings.find(reader, new CompareLists(filter, filter, before, start, 0, 10), ListDiff.class)
                .orElseThrow()
                .page()
                .items()
                .stream()
                .anyMatch(entry -> entry.taskId().equals(ferns));
    }

    private Instant created() {
        return Doings.find(ann, new HistoryQuery.FindVersion(ferns, 0), TaskVersion.class)
                .orElseThrow()
                .happenedAt();
    }

    private void create() {
        // Something older, so that the past begins before it.
        does(bob, CreateTask.titled(TaskId.next(), "Older"));
        does(ann, CreateTask.titled(ferns, "Ferns"));
    }

    private ActionId restore(long version) {
        settle();
        var plan = Doings.find(ann, new PlanRestore(ferns, version(version)), TaskPlan.class)
                .orElseThrow();
        assertThat(plan.leftOut()).isEmpty();
        return does(ann, plan.command().orElseThrow());
    }

    private long version() {
        settle();
        return Doings.find(ann, new FindTask(ferns), TaskDetails.class)
                .orElseThrow()
                .version();
    }

    private TaskDiff diff(long from, long to) {
        settle();
        return Doings.find(ann, new CompareTask(ferns, version(from), version(to)), TaskDiff.class)
                .orElseThrow();
    }

    private static TaskPoint version(long number) {
        return new TaskPoint.Version(number);
    }

    private static FieldBlame field(TaskBlame blame, String name) {
        return blame.fields().stream()
                .filter(field -> field.field().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ListDiff lists(Instant from, Instant to, TaskFilter filter, int skip, int limit) {
        return Doings.find(
                        ann,
                        new CompareLists(
                                filter,
                                filter,
                                new PastMoment.Happened(from),
                                new PastMoment.Happened(to),
                                skip,
                                limit),
                        ListDiff.class)
                .orElseThrow();
    }

    private TaskStatistics figures(Instant at) {
        var query = new SumUpTasksAt(new PastMoment.Happened(at), LocalDateTime.parse("2026-03-01T12:00"));
        return Doings.find(ann, query, TaskStatistics.class).orElseThrow();
    }

    /** By the clock that the events have, when all is there. */
    private static Instant now() {
        settle();
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static void settle() {
        new Happenings(ReadSide::bean)
                .settle(Projection.TASKS, Projection.HISTORY, Projection.ACTIVITY, Projection.WORKSPACES);
    }

    private static EditTask edit(TaskId task, Function<TaskEdit, TaskEdit> edit) {
        return new EditTask(task, edit.apply(TaskEdit.nothing()));
    }
}
