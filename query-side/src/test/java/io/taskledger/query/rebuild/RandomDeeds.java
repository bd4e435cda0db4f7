package io.taskledger.query.rebuild;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.Happenings;
import io.taskledger.query.People;
import io.taskledger.query.rebuild.NaiveBooks.OneTask;

/** Does what steps say as far as it makes sense: as events in the ledger, and in the naive books. */
final class RandomDeeds {

    static final int PEOPLE = 3;
    static final int TASKS = 4;

    final List<Actor> people = Stream.generate(People::somebody).limit(PEOPLE).toList();
    final NaiveBooks books = new NaiveBooks();

    private final List<TaskId> ids = Stream.generate(TaskId::next).limit(TASKS).toList();
    private final WorkspaceId team = WorkspaceId.next();
    private final Happenings ledger;

    enum Deed {
        EDIT,
        EDIT_AND_COMPLETE,
        COMPLETE_OR_REOPEN,
        SHARE_OR_REVOKE,
        LEAVE_TASK,
        COMMENT,
        DELETE_COMMENT,
        TRASH_OR_RESTORE,
        TRANSFER,
        JOIN_OR_LEAVE_TEAM
    }

    /** @param detail picks the values */
    record Step(int person, int task, Deed deed, int detail) {}

    RandomDeeds(Happenings ledger) {
        this.ledger = ledger;
        var founder = people.getFirst();
        ledger.by(founder, new WorkspaceCreated(team, new SubjectId(team.text()), founder.userId(), "Team"));
        books.team.add(founder);
        books.write("created", "workspace", team.text(), founder, null);
    }

    void take(Step step) {
        var actor = people.get(step.person());
        if (step.deed() == Deed.JOIN_OR_LEAVE_TEAM) {
            joinOrLeave(actor);
            return;
        }
        var id = ids.get(step.task());
        var task = books.tasks.computeIfAbsent(id, fresh -> created(fresh, actor, step.detail()));
        if (!task.inTrash || step.deed() == Deed.TRASH_OR_RESTORE) {
            take(step, actor, task);
        }
    }

    private void take(Step step, Actor actor, OneTask task) {
        switch (step.deed()) {
            case EDIT -> {
                ledger.by(actor, edited(task, step.detail()));
                books.write("updated", "task", task.id.text(), actor, task);
            }
            case EDIT_AND_COMPLETE -> {
                var edited = edited(task, step.detail());
                if (task.done) {
                    ledger.by(actor, edited);
                } else {
                    ledger.by(actor, edited, new TaskCompleted(task.id));
                }
                task.done = true;
                books.write("updated", "task", task.id.text(), actor, task);
            }
            case COMPLETE_OR_REOPEN -> {
                ledger.by(actor, task.done ? new TaskReopened(task.id) : new TaskCompleted(task.id));
                task.done = !task.done;
                books.write("updated", "task", task.id.text(), actor, task);
            }
            case SHARE_OR_REVOKE -> share(actor, task, people.get(step.detail() % PEOPLE));
            case LEAVE_TASK -> {
                if (task.shares.remove(actor)) {
                    ledger.by(actor, new TaskLeft(task.id, actor.userId()));
                    books.write("unshared", "task", task.id.text(), actor, task);
                }
            }
            case COMMENT -> {
                var comment = CommentId.next(task.id);
                ledger.by(actor, new CommentAdded(task.id, comment, actor.userId(), "said", List.of()));
                task.comments.put(comment, actor);
                books.write("created", "comment", comment.text(), actor, task);
            }
            case DELETE_COMMENT ->
                task.comments.keySet().stream().findFirst().ifPresent(comment -> {
                    var author = task.comments.remove(comment);
                    ledger.by(actor, new CommentDeleted(task.id, comment, author.userId(), "said"));
                    books.write("deleted", "comment", comment.text(), actor, task);
                });
            case TRASH_OR_RESTORE -> {
                ledger.by(actor, task.inTrash ? new TaskRestored(task.id) : new TaskDeleted(task.id));
                books.write(task.inTrash ? "restored" : "deleted", "task", task.id.text(), actor, task);
                task.inTrash = !task.inTrash;
            }
            case TRANSFER -> transfer(actor, task);
            case JOIN_OR_LEAVE_TEAM -> throw new IllegalArgumentException("is not about a task");
        }
    }

    private OneTask created(TaskId id, Actor owner, int detail) {
        var task = new OneTask(id, owner);
        pick(task, detail);
        ledger.by(
                owner,
                new TaskCreated(
                        id, owner.userId(), null, "Task", null, task.priority, task.due.orElse(null), null, task.tags));
        books.write("created", "task", id.text(), owner, task);
        return task;
    }

    private static TaskEdited edited(OneTask task, int detail) {
        var priority = task.priority;
        var due = task.due;
        var tags = task.tags;
        pick(task, detail);
        return new TaskEdited(
                task.id,
                SubjectId.of(task.owner.userId()),
                null,
                null,
                new Changed<>(priority, task.priority),
                new Changed<>(due.orElse(null), task.due.orElse(null)),
                null,
                new Changed<>(tags, task.tags));
    }

    private static void pick(OneTask task, int detail) {
        task.priority = Priority.ranked(1 + detail % 3);
        task.due =
                detail % 4 == 0 ? Optional.<LocalDate>empty() : Optional.of(NaiveBooks.TODAY.plusDays(detail % 4 - 2L));
        task.tags = List.of(List.<String>of(), List.of("a"), List.of("b", "a", "b"), List.of("", "{\""))
                .get(detail / 3 % 4);
    }

    private void share(Actor actor, OneTask task, Actor with) {
        if (task.owner.equals(with)) {
            return;
        }
        var revoked = task.shares.remove(with);
        if (revoked) {
            ledger.by(actor, new ShareRevoked(task.id, with.userId()));
        } else {
            task.shares.add(with);
            ledger.by(actor, new TaskShared(task.id, with.userId(), Permission.VIEW));
        }
        books.write(revoked ? "unshared" : "shared", "task", task.id.text(), actor, task);
    }

    private void transfer(Actor actor, OneTask task) {
        var personal = TaskHome.inboxOf(task.owner.userId(), task.id);
        var inTeam = new TaskHome(team, ListId.firstOf(team), Place.ofAge(task.id.text()));
        var from = task.inTeam ? inTeam : personal;
        var to = task.inTeam ? personal : inTeam;
        var subject = to.subject(task.owner.userId());
        ledger.by(actor, new TaskTransferred(task.id, subject, new Changed<>(from, to), "Task", null, task.tags));
        task.inTeam = !task.inTeam;
        books.write("updated", "task", task.id.text(), actor, task);
    }

    private void joinOrLeave(Actor actor) {
        var person = actor.userId();
        if (books.team.remove(actor)) {
            ledger.by(actor, new MemberLeft(team, person));
            books.write("left", "member", person.text(), actor, null);
        } else {
            ledger.by(actor, new MemberJoined(team, InvitationId.next(), person, WorkspaceRole.EDITOR));
            books.team.add(actor);
            books.write("joined", "member", person.text(), actor, null);
        }
    }
}
