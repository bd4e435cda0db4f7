package io.taskledger.query.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.CommentCommand.RestoreComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.ReminderCommand.RemoveReminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingCommand.ChangePermission;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.NameVersion;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.ReadSide;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

import static io.taskledger.query.history.Doings.does;
import static io.taskledger.query.history.Doings.plan;
import static io.taskledger.query.history.Doings.standing;
import static org.assertj.core.api.Assertions.assertThat;

/** Doing and undoing leaves everything as it was, whatever was done before; doing again as it was after it. */
class UndoLawTest {

    private static final Actor ANN = Doings.somebody();
    private static final Actor BOB = Doings.somebody();
    private static final WorkspaceId TEAM = team();

    /** Each kind of thing that can be done to a task and taken back. */
    enum Kind {
        RETITLE,
        EDIT_ALL,
        SCHEDULE,
        TAG,
        COMPLETE,
        REOPEN,
        ASSIGN,
        MOVE,
        TRANSFER,
        SHARE,
        REGRADE,
        REVOKE,
        COMMENT,
        EDIT_COMMENT,
        DELETE_COMMENT,
        RESTORE_COMMENT,
        ATTACH,
        REMIND,
        REMIND_NO_MORE,
        NAME_VERSION,
        DELETE,
        RESTORE
    }

    @Property
    void undo_after_do_is_as_before_and_redo_as_after(
            @ForAll @Size(max = 4) List<Kind> earlier, @ForAll Kind kind, @ForAll @IntRange(max = 3) int detail) {
        var one = new OneTask(detail);
        earlier.forEach(one::prepareAndDo);

        holdsFor(one, kind);
    }

    @Test
    void it_holds_for_each_kind_of_event_that_is_undoable() {
        var done = EnumSet.allOf(Kind.class).stream()
                .flatMap(kind -> {
                    var one = new OneTask(1);
                    holdsFor(one, kind);
                    return one.events();
                })
                .collect(Collectors.<Class<?>>toSet());

        assertThat(done).containsAll(undoable());
    }

    private static void holdsFor(OneTask one, Kind kind) {
        one.prepare(kind);
        var before = standing(ANN, one.task);
        var action = one.act(kind);
        var after = standing(ANN, one.task);

        if (plan(ANN, action, Sense.UNDO, false).isEmpty()) {
            assertThat(after).as("%s did nothing", kind).isEqualTo(before);
            return;
        }
        var undone = Doings.undo(ANN, action);
        assertThat(undone.leavesOut()).isFalse();
        assertThat(standing(ANN, one.task)).as("%s undone", kind).isEqualTo(before);
        assertThat(plan(ANN, action, Sense.UNDO, false).orElseThrow().commands())
                .as("undone already")
                .isEmpty();

        asOfNowIsLive(one.task);

        if (kind == Kind.ATTACH) {
            assertThat(plan(ANN, action, Sense.REDO, false)
                            .orElseThrow()
                            .tasks()
                            .getFirst()
                            .leftOut())
                    .allMatch(left -> left.why() == WhyNot.CONTENT_GONE);
        } else {
            Doings.redo(ANN, action);
            assertThat(standing(ANN, one.task)).as("%s done again", kind).isEqualTo(after);
            Doings.undo(ANN, action);
            assertThat(standing(ANN, one.task)).as("%s undone again", kind).isEqualTo(before);
        }
    }

    private static void asOfNowIsLive(TaskId task) {
        var head = Doings.find(ANN, new FindAsOf(null), AsOf.class).orElseThrow();
        var then = Doings.find(ANN, new FindTaskAt(task, new PastMoment.Position(head.position())), TaskVersion.class);
        assertThat(then.map(TaskVersion::task).filter(found -> found.deletedAt() == null))
                .isEqualTo(Doings.find(ANN, new FindTask(task), TaskDetails.class));
        var today = LocalDateTime.parse("2026-03-02T12:00");
        assertThat(Doings.find(
                        ANN, new SumUpTasksAt(new PastMoment.Position(head.position()), today), TaskStatistics.class))
                .isEqualTo(Doings.find(ANN, new SumUpTasks(today), TaskStatistics.class));
    }

    /** All events of tasks but those that say why they are not. */
    private static Set<Class<?>> undoable() {
        var never = Set.of("TaskPurged", "Reminded", "TaskLeft", "FileRemoved");
        return records(TaskEvent.class)
                .filter(event -> !never.contains(event.getSimpleName()))
                .collect(Collectors.toSet());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(UndoLawTest::records)
                : Stream.of(type);
    }

    private static WorkspaceId team() {
        var team = WorkspaceId.next();
        does(ANN, new CreateWorkspace(team, "Team"));
        return team;
    }

    /** A task of Ann's, and what is done to it. */
    private static final class OneTask {

        final TaskId task = TaskId.next();
        private final CommentId comment = CommentId.next(task);
        private final ReminderId reminder = ReminderId.next(task);
        private final int detail;
        private int nth;

        OneTask(int detail) {
            this.detail = detail;
            does(ANN, CreateTask.titled(task, "Ferns"));
        }

        void prepareAndDo(Kind kind) {
            prepare(kind);
            act(kind);
        }

        /** Whatever the kind needs to change something. */
        void prepare(Kind kind) {
            if (kind != Kind.RESTORE) {
                does(ANN, new RestoreTask(task));
            }
            switch (kind) {
                case COMPLETE -> does(ANN, new ReopenTask(task));
                case REOPEN -> does(ANN, new CompleteTask(task));
                case SHARE -> {
                    if (shared()) {
                        does(ANN, new RevokeShare(task, Doings.name(BOB)));
                    }
                }
                case REGRADE, REVOKE -> {
                    share();
                    does(ANN, new ChangePermission(task, Doings.name(BOB), Permission.VIEW));
                    does(ANN, new AssignTask(task, Doings.name(BOB)));
                }
                case EDIT_COMMENT, DELETE_COMMENT -> comment();
                case RESTORE_COMMENT -> {
                    comment();
                    does(ANN, new DeleteComment(task, comment));
                }
                case REMIND_NO_MORE -> does(ANN, new SetReminder(task, reminder, new Reminder.BeforeTime(10)));
                case RESTORE -> {
                    does(ANN, new RestoreTask(task));
                    does(ANN, new DeleteTask(task));
                }
                default -> {}
            }
        }

        ActionId act(Kind kind) {
            nth++;
            return switch (kind) {
                case RETITLE -> edit(TaskEdit.nothing().title("Title " + nth));
                case EDIT_ALL ->
                    edit(TaskEdit.nothing()
                            .title("All " + nth)
                            .description(detail % 2 == 0 ? null : "Text " + nth)
                            .priority(Priority.values()[detail % 3])
                            .tags(List.of("a", "b", "a"))
                            .completed(detail % 2 == 0));
                case SCHEDULE ->
                    edit(TaskEdit.nothing()
                            .dueDate(detail == 0 ? null : LocalDate.of(2026, 3, detail))
                            .dueTime(detail < 2 ? null : LocalTime.of(9, nth)));
                case TAG -> does(ANN, new TagTask(task, List.of("tag " + nth)), new CompleteTask(task));
                case COMPLETE -> does(ANN, new CompleteTask(task));
                case REOPEN -> does(ANN, new ReopenTask(task));
                case ASSIGN -> does(ANN, new AssignTask(task, detail == 0 ? null : Doings.name(ANN)));
                case MOVE -> does(ANN, new MoveTask(task, elsewhere()));
                case TRANSFER -> does(ANN, new MoveTask(task, away()));
                case SHARE -> does(ANN, new ShareTask(task, Doings.name(BOB), Permission.EDIT));
                case REGRADE -> does(ANN, new ChangePermission(task, Doings.name(BOB), Permission.EDIT));
                case REVOKE -> does(ANN, new RevokeShare(task, Doings.name(BOB)));
                case COMMENT -> does(ANN, new AddComment(task, CommentId.next(task), "Well " + nth));
                case EDIT_COMMENT -> does(ANN, new EditComment(task, comment, "Better " + nth));
                case DELETE_COMMENT -> does(ANN, new DeleteComment(task, comment));
                case RESTORE_COMMENT -> does(ANN, new RestoreComment(task, comment));
                case ATTACH ->
                    does(ANN, new AttachFile(task, FileId.next(task), "a.txt", "text/plain", 1, "1".repeat(64)));
                case REMIND -> does(ANN, new SetReminder(task, ReminderId.next(task), new Reminder.BeforeTime(nth)));
                case REMIND_NO_MORE -> does(ANN, new RemoveReminder(task, reminder));
                case NAME_VERSION -> does(ANN, new NameVersion(task, 0, "Draft " + nth));
                case DELETE -> does(ANN, new DeleteTask(task));
                case RESTORE -> does(ANN, new RestoreTask(task));
            };
        }

        Stream<Class<?>> events() {
            return ReadSide.bean(EventStore.class)
                    .readEvents(task.text())
                    .asStream()
                    .map(event -> event.getPayloadType());
        }

        private ActionId edit(TaskEdit edit) {
            return does(ANN, new EditTask(task, edit));
        }

        private void comment() {
            does(ANN, new AddComment(task, comment, "Well"), new RestoreComment(task, comment));
        }

        private void share() {
            if (!shared()) {
                does(ANN, new ShareTask(task, Doings.name(BOB), Permission.EDIT));
            }
        }

        private boolean shared() {
            return !standing(ANN, task).orElseThrow().shares().isEmpty();
        }

        private TaskHome elsewhere() {
            var here = standing(ANN, task).orElseThrow().home();
            return new TaskHome(here.workspaceId(), here.listId(), Place.numbered(nth));
        }

        private TaskHome away() {
            var here = standing(ANN, task).orElseThrow().home().workspaceId();
            var there = here.equals(TEAM) ? WorkspaceId.personalOf(ANN.userId()) : TEAM;
            return new TaskHome(there, ListId.firstOf(there), Place.numbered(nth));
        }
    }
}
