package io.taskledger.command.task;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.task.TaskCommand.NameVersion;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.TooManyParts;
import io.taskledger.messages.task.TaskRejection.VersionNotFound;
import io.taskledger.messages.task.TaskRules;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

/** What versions of a task are called. */
final class VersionNames {

    private final Access access;
    private final Map<Long, String> names = new HashMap<>();
    private final Set<Long> namings = new HashSet<>();

    VersionNames(Access access) {
        this.access = access;
    }

    @CommandHandler
    void handle(NameVersion command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.EDIT, workspaces);
        if (command.version() < 0 || command.version() > getVersion() || namings.contains(command.version())) {
            throw new CommandRejected(new VersionNotFound(access.taskId(), command.version()));
        }
        var before = names.get(command.version());
        if (Objects.equals(before, command.name())) {
            return;
        }
        if (before == null && names.size() >= TaskRules.VERSION_NAMES_LIMIT) {
            throw new CommandRejected(
                    new TooManyParts(access.taskId(), Part.VERSION_NAME, TaskRules.VERSION_NAMES_LIMIT));
        }
        apply(new VersionNamed(
                access.taskId(), access.subject(), command.version(), new Changed<>(before, command.name())));
    }

    @EventSourcingHandler
    void on(VersionNamed event, @SequenceNumber long version) {
        namings.add(version);
        if (event.name().to() == null) {
            names.remove(event.version());
        } else {
            names.put(event.version(), event.name().to());
        }
    }
}
