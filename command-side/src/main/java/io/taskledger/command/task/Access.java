package io.taskledger.command.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.NotPermitted;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** Who may do what with a task: by their role in its workspace, or because it is shared with them; the more counts. */
// Fields are assigned where events are applied, never in a constructor.
@SuppressWarnings("NullAway.Init")
final class Access {

    private TaskId taskId;
    private UserId owner;
    private TaskHome home;
    private SubjectId subject;
    private final Map<UserId, Permission> shares = new HashMap<>();
    private boolean deleted;
    private boolean purged;

    @EventSourcingHandler
    void on(TaskCreated event) {
        taskId = event.taskId();
        owner = event.owner();
        home = event.whereabouts();
        subject = event.subject();
    }

    @EventSourcingHandler
    void on(TaskMoved event) {
        home = event.home().to();
    }

    @EventSourcingHandler
    void on(TaskTransferred event) {
        home = event.home().to();
        subject = event.subject();
    }

    @EventSourcingHandler
    void on(TaskShared event) {
        shares.put(event.with(), event.permission());
    }

    @EventSourcingHandler
    void on(PermissionChanged event) {
        shares.put(event.with(), event.permission().to());
    }

    @EventSourcingHandler
    void on(ShareRevoked event) {
        shares.remove(event.with());
    }

    @EventSourcingHandler
    void on(TaskLeft event) {
        shares.remove(event.who());
    }

    @EventSourcingHandler
    void on(TaskDeleted event) {
        deleted = true;
    }

    @EventSourcingHandler
    void on(TaskRestored event) {
        deleted = false;
    }

    @EventSourcingHandler
    void on(TaskPurged event) {
        purged = true;
    }

    /** @throws CommandRejected for whom there is no such task, for whom it is in the trash, and for who may do less */
    void require(Actor actor, Level needed, Workspaces workspaces) {
        if (deleted) {
            throw new CommandRejected(new NotFound(taskId));
        }
        requireLevel(actor, needed, workspaces);
    }

    /** As {@link #require}, of a task that may be in the trash: there it is known to those only who may take it out. */
    void requireTrash(Actor actor, Workspaces workspaces) {
        if (deleted && !recoverableBy(actor.userId(), workspaces)) {
            throw new CommandRejected(new NotFound(taskId));
        }
        requireLevel(actor, Level.ALL, workspaces);
    }

    /** Whether the person may know of it, as long as it is not in the trash. */
    boolean visibleTo(UserId person, Workspaces workspaces) {
        return !deleted && level(person, workspaces) != Level.NONE;
    }

    /** Whether the person may take it out of the trash, were it there. */
    boolean recoverableBy(UserId person, Workspaces workspaces) {
        return !purged && level(person, workspaces) == Level.ALL;
    }

    Level level(UserId person, Workspaces workspaces) {
        var shared = shares.get(person);
        return byRole(person, workspaces).or(shared == null ? Level.NONE : Level.of(shared));
    }

    TaskId taskId() {
        return taskId;
    }

    TaskHome home() {
        return home;
    }

    /** Whose key protects the task's texts. */
    SubjectId subject() {
        return subject;
    }

    boolean inTrash() {
        return deleted;
    }

    Optional<Permission> sharedWith(UserId person) {
        return Optional.ofNullable(shares.get(person));
    }

    int shares() {
        return shares.size();
    }

    private void requireLevel(Actor actor, Level needed, Workspaces workspaces) {
        var level = level(actor.userId(), workspaces);
        if (level == Level.NONE) {
            throw new CommandRejected(new NotFound(taskId));
        }
        if (!level.includes(needed)) {
            throw new CommandRejected(new NotPermitted(taskId));
        }
    }

    /** Whose a personal workspace is, its id tells: most commands need not look any further. */
    private Level byRole(UserId person, Workspaces workspaces) {
        var workspace = home.workspaceId();
        if (workspace.isPersonalOf(person)) {
            return Level.ALL;
        }
        if (workspace.isPersonalOf(owner)) {
            return Level.NONE;
        }
        return workspaces
                .find(workspace)
                .flatMap(found -> found.role(person))
                .map(role -> Level.of(role, person.equals(owner)))
                .orElse(Level.NONE);
    }
}
