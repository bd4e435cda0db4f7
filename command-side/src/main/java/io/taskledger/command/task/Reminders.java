package io.taskledger.command.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.ReminderCommand.Remind;
import io.taskledger.messages.task.ReminderCommand.RemoveReminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import io.taskledger.messages.task.ReminderEvent.ReminderRemoved;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.ReminderNotFound;
import io.taskledger.messages.task.TaskRejection.TooManyParts;
import io.taskledger.messages.task.TaskRules;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** Who wants to be reminded of a task, and of which due time they were. */
final class Reminders {

    private final Access access;
    private final Content content;
    private final Map<ReminderId, UserId> people = new HashMap<>();
    private final Map<ReminderId, Due> reminded = new HashMap<>();

    private record Due(LocalDate date, @Nullable LocalTime time) {}

    Reminders(Access access, Content content) {
        this.access = access;
        this.content = content;
    }

    @CommandHandler
    void handle(SetReminder command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.SEE, workspaces);
        if (people.containsKey(command.reminderId())) {
            return;
        }
        if (people.values().stream().filter(actor.userId()::equals).count() >= TaskRules.REMINDERS_LIMIT) {
            throw new CommandRejected(new TooManyParts(access.taskId(), Part.REMINDER, TaskRules.REMINDERS_LIMIT));
        }
        apply(new ReminderSet(access.taskId(), command.reminderId(), actor.userId(), command.reminder()));
    }

    @CommandHandler
    void handle(RemoveReminder command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.SEE, workspaces);
        if (!actor.userId().equals(people.get(command.reminderId()))) {
            throw new CommandRejected(new ReminderNotFound(command.reminderId()));
        }
        apply(new ReminderRemoved(access.taskId(), command.reminderId(), actor.userId()));
    }

    @CommandHandler
    void handle(Remind command, Workspaces workspaces, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        if (actor != null) {
            throw new CommandRejected(new NotFound(access.taskId()));
        }
        var who = people.get(command.reminderId());
        var due = new Due(command.dueDate(), command.dueTime());
        if (who != null
                && isDue(due)
                && !due.equals(reminded.get(command.reminderId()))
                && access.visibleTo(who, workspaces)) {
            apply(new Reminded(access.taskId(), command.reminderId(), who, due.date(), due.time()));
        }
    }

    @EventSourcingHandler
    void on(ReminderSet event) {
        people.put(event.reminderId(), event.who());
    }

    @EventSourcingHandler
    void on(ReminderRemoved event) {
        people.remove(event.reminderId());
        reminded.remove(event.reminderId());
    }

    @EventSourcingHandler
    void on(Reminded event) {
        reminded.put(event.reminderId(), new Due(event.dueDate(), event.dueTime()));
    }

    private boolean isDue(Due due) {
        return !content.completed()
                && due.date().equals(content.fields().dueDate())
                && Objects.equals(due.time(), content.fields().dueTime());
    }
}
