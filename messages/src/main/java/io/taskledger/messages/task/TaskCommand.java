package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Trimmed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a task. The actor comes in the metadata. Each constructor refuses what no task could ever take
 * ({@link io.taskledger.messages.CommandRejected}), so that a command that exists is well formed.
 */
public sealed interface TaskCommand
        permits TaskCommand.CreateTask,
                TaskCommand.EditTask,
                TaskCommand.CompleteTask,
                TaskCommand.ReopenTask,
                TaskCommand.DeleteTask,
                TaskCommand.RestoreTask,
                TaskCommand.PurgeTask,
                TaskCommand.AssignTask,
                TaskCommand.UnassignWithoutAccess,
                TaskCommand.MoveTask,
                TaskCommand.NameVersion,
                TagCommand,
                SharingCommand,
                CommentCommand,
                FileCommand,
                ReminderCommand {

    TaskId taskId();

    /**
     * A new task, owned by the actor.
     *
     * @param home null for the first list of the actor's personal workspace, at its end
     * @param description Markdown
     * @param dueTime only with a due date
     * @param tags in the person's order, kept as given
     * @param completed whether it is done already, as an import may say
     * @param assignee username of whose turn it is, who has to see the task; null for nobody
     */
    record CreateTask(
            @TargetAggregateIdentifier TaskId taskId,
            @Nullable TaskHome home,
            String title,
            @Nullable String description,
            Priority priority,
            @Nullable LocalDate dueDate,
            @Nullable LocalTime dueTime,
            List<String> tags,
            boolean completed,
            @Nullable String assignee)
            implements TaskCommand {
        public CreateTask {
            var rules = new FieldRules();
            TaskRules.title(rules, title);
            TaskRules.description(rules, description);
            TaskRules.tags(rules, tags);
            TaskRules.due(rules, dueDate, dueTime);
            rules.enforce();
            title = Trimmed.of(title);
            tags = List.copyOf(tags);
        }

        /** Nobody's turn yet. */
        public CreateTask(
                TaskId taskId,
                @Nullable TaskHome home,
                String title,
                @Nullable String description,
                Priority priority,
                @Nullable LocalDate dueDate,
                @Nullable LocalTime dueTime,
                List<String> tags,
                boolean completed) {
            this(taskId, home, title, description, priority, dueDate, dueTime, tags, completed, null);
        }

        /** A task of which only the title is known. */
        public static CreateTask titled(TaskId taskId, String title) {
            return new CreateTask(taskId, null, title, null, Priority.MEDIUM, null, null, List.of(), false);
        }
    }

    /**
     * Clearing the due date clears the due time with it.
     *
     * @param basedOn sequence number of the last event that the sender had seen: where one of the same fields was changed
     *     after it, the whole edit is refused; null to win over whoever was faster
     */
    record EditTask(
            @TargetAggregateIdentifier TaskId taskId,
            TaskEdit edit,
            @Nullable Long basedOn) implements TaskCommand {

        public EditTask(TaskId taskId, TaskEdit edit) {
            this(taskId, edit, null);
        }
    }

    record CompleteTask(@TargetAggregateIdentifier TaskId taskId) implements TaskCommand {}

    record ReopenTask(@TargetAggregateIdentifier TaskId taskId) implements TaskCommand {}

    record DeleteTask(@TargetAggregateIdentifier TaskId taskId) implements TaskCommand {}

    /** Takes it out of the trash again. */
    record RestoreTask(@TargetAggregateIdentifier TaskId taskId) implements TaskCommand {}

    /** Takes it out of the trash for good, with its comments and files. */
    record PurgeTask(@TargetAggregateIdentifier TaskId taskId) implements TaskCommand {}

    /** @param username of somebody who may see the task; null takes the assignment away */
    record AssignTask(
            @TargetAggregateIdentifier TaskId taskId,
            @Nullable String username) implements TaskCommand {}

    /** The system's: whom it was given to does not see it any more. Nothing where they do, or nobody is assigned. */
    record UnassignWithoutAccess(@TargetAggregateIdentifier TaskId taskId) implements TaskCommand {}

    /** Puts it somewhere else in its list, into another list, or into another workspace. */
    record MoveTask(@TargetAggregateIdentifier TaskId taskId, TaskHome home) implements TaskCommand {}

    /**
     * Names what the task was at one of its events, so that it is found again. The task stays what it is.
     *
     * @param version sequence number of that event
     * @param name null takes it away
     */
    record NameVersion(
            @TargetAggregateIdentifier TaskId taskId,
            long version,
            @Nullable String name) implements TaskCommand {
        public NameVersion {
            if (name != null) {
                name = name.strip();
                TaskRules.versionName(name);
            }
        }
    }
}
