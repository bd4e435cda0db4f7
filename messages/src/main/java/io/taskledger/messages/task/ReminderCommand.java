package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of the reminders that each person has on a task. */
public sealed interface ReminderCommand extends TaskCommand {

    ReminderId reminderId();

    /** For the actor. */
    record SetReminder(@TargetAggregateIdentifier TaskId taskId, ReminderId reminderId, Reminder reminder)
            implements ReminderCommand {

        public SetReminder {
            TaskRules.partOf(taskId, reminderId.taskId());
        }
    }

    /** One of the actor's own. */
    record RemoveReminder(@TargetAggregateIdentifier TaskId taskId, ReminderId reminderId) implements ReminderCommand {

        public RemoveReminder {
            TaskRules.partOf(taskId, reminderId.taskId());
        }
    }

    /**
     * The system's: the time has come. Nothing where it was done for this due time already, or the task is not due then
     * any more.
     */
    record Remind(
            @TargetAggregateIdentifier TaskId taskId,
            ReminderId reminderId,
            LocalDate dueDate,
            @Nullable LocalTime dueTime)
            implements ReminderCommand {

        public Remind {
            TaskRules.partOf(taskId, reminderId.taskId());
        }
    }
}
