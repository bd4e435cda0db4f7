package io.taskledger.query.history;

import java.util.Objects;

import io.taskledger.messages.Actor;
import io.taskledger.messages.history.Undoable.Said;
import io.taskledger.messages.task.CommentCommand;
import io.taskledger.messages.task.FileCommand;
import io.taskledger.messages.task.ReminderCommand;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.SharingCommand;
import io.taskledger.messages.task.TagCommand;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskLevel;
import org.jspecify.annotations.Nullable;

/** Foresees whether somebody may do something, so that a plan says so. The command side decides. */
final class NeededLevel {

    private NeededLevel() {}

    /**
     * @param level what the actor may do with the task now
     * @param now what the part is that the command sets
     * @param value what it is to become
     */
    static boolean permits(
            TaskLevel level, TaskCommand command, Actor actor, @Nullable Object now, @Nullable Object value) {
        return switch (command) {
            case CommentCommand.EditComment _ -> isAuthor(actor, now);
            case CommentCommand.DeleteComment _, CommentCommand.RestoreComment _ ->
                level == TaskLevel.ALL || isAuthor(actor, now == null ? value : now);
            case TaskCommand.MoveTask _ ->
                level.includes(workspace(now).equals(workspace(value)) ? TaskLevel.PLACE : TaskLevel.ALL);
            case TaskCommand.DeleteTask _,
                    TaskCommand.RestoreTask _,
                    TaskCommand.PurgeTask _,
                    SharingCommand.ShareTask _,
                    SharingCommand.ChangePermission _,
                    SharingCommand.RevokeShare _ -> level == TaskLevel.ALL;
            case TaskCommand.EditTask _,
                    TaskCommand.AssignTask _,
                    TaskCommand.NameVersion _,
                    TagCommand _,
                    FileCommand _ -> level.includes(TaskLevel.EDIT);
            case TaskCommand.CompleteTask _, TaskCommand.ReopenTask _ -> level.includes(TaskLevel.EDIT);
            case TaskCommand.CreateTask _, CommentCommand.AddComment _, SharingCommand.LeaveTask _ -> true;
            case TaskCommand.UnassignWithoutAccess _ -> false;
            case ReminderCommand _ ->
                (now == null ? value : now) instanceof ReminderSet set
                        && set.who().equals(actor.userId());
        };
    }

    private static boolean isAuthor(Actor actor, @Nullable Object said) {
        return said instanceof Said(var author, var _) && author.equals(actor.userId());
    }

    private static Object workspace(@Nullable Object home) {
        return Objects.requireNonNull((TaskHome) home).workspaceId();
    }
}
