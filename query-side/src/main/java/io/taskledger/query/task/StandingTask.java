package io.taskledger.query.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.MailedTask;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingEvent;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/** How a task stands after the events of its stream: as much as mails tell. One thread's. */
final class StandingTask {

    private final TaskId taskId;
    private final Map<UserId, Permission> shares = new HashMap<>();
    private @Nullable UserId owner;
    private @Nullable TaskHome home;
    private @Nullable UserId assignee;
    private @Nullable LocalDate dueDate;
    private @Nullable LocalTime dueTime;
    private String title = "";
    private boolean completed;
    private boolean gone;

    StandingTask(TaskId taskId) {
        this.taskId = taskId;
    }

    boolean exists() {
        return owner != null && !gone;
    }

    UserId owner() {
        return Objects.requireNonNull(owner);
    }

    TaskHome home() {
        return Objects.requireNonNull(home);
    }

    boolean isSharedWith(UserId reader) {
        return shares.containsKey(reader);
    }

    MailedTask toldTo(UserId reader) {
        return new MailedTask(
                taskId, title, completed, Optional.ofNullable(shares.get(reader)), assignee, dueDate, dueTime);
    }

    void on(Object event) {
        switch (event) {
            case TaskEvent.TaskCreated created -> {
                owner = created.owner();
                home = created.whereabouts();
                title = created.title();
                dueDate = created.dueDate();
                dueTime = created.dueTime();
            }
            case TaskEvent.TaskEdited edited -> edit(edited);
            case TaskEvent.TaskCompleted _ -> completed = true;
            case TaskEvent.TaskReopened _ -> completed = false;
            case TaskEvent.TaskDeleted _, TaskEvent.TaskPurged _ -> gone = true;
            case TaskEvent.TaskRestored _ -> gone = false;
            case TaskEvent.TaskAssigned assigned ->
                assignee = assigned.assignee().to();
            case TaskEvent.TaskMoved moved -> home = moved.home().to();
            case TaskEvent.TaskTransferred transferred -> {
                home = transferred.home().to();
                title = transferred.title();
            }
            case SharingEvent.TaskShared shared -> shares.put(shared.with(), shared.permission());
            case SharingEvent.PermissionChanged changed ->
                shares.put(changed.with(), changed.permission().to());
            case SharingEvent.ShareRevoked revoked -> shares.remove(revoked.with());
            case SharingEvent.TaskLeft left -> shares.remove(left.who());
            default -> {}
        }
    }

    private void edit(TaskEvent.TaskEdited event) {
        if (event.title() != null) {
            title = event.title().to();
        }
        if (event.dueDate() != null) {
            dueDate = event.dueDate().to();
        }
        if (event.dueTime() != null) {
            dueTime = event.dueTime().to();
        }
    }
}
