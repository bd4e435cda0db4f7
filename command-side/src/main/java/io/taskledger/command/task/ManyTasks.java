package io.taskledger.command.task;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.taskledger.command.Streams;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.DoTogether;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.TasksNotFound;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does in one unit of work, all or nothing, one thing to many tasks, many to one, or many to many. */
@Component
public final class ManyTasks {

    private final Streams streams;
    private final Workspaces workspaces;

    public ManyTasks(Streams streams, Workspaces workspaces) {
        this.streams = streams;
        this.workspaces = workspaces;
    }

    @CommandHandler
    void handle(EditTasks command, Actor actor) {
        var found = load(command, actor);
        var missing =
                command.taskIds().stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            throw new CommandRejected(new TasksNotFound(missing));
        }
        found.values().forEach(one -> one.execute(task -> task.edit(command.edit(), actor, workspaces)));
    }

    /**
     * Each step goes to the task as if it had come alone, with what the sender says of it all; the version that is demanded
     * is the one before the first.
     */
    @CommandHandler
    void handle(
            CompensateTask command,
            CommandMessage<CompensateTask> message,
            Actor actor,
            @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable Long expected)
            throws Exception {
        carryOut(command, expected, message.getMetaData(), actor);
    }

    @CommandHandler
    void handle(DoTogether command, CommandMessage<DoTogether> message, Actor actor) throws Exception {
        var inOrder = command.parts().stream()
                .sorted(Comparator.comparing(part -> part.task().taskId().text()))
                .toList();
        for (var part : inOrder) {
            carryOut(part.task(), part.version(), message.getMetaData(), actor);
        }
    }

    private void carryOut(CompensateTask command, @Nullable Long expected, MetaData said, Actor actor)
            throws Exception {
        var task = streams.find(Task.class, command.taskId().text())
                .orElseThrow(() -> new CommandRejected(new NotFound(command.taskId())));
        if (expected != null) {
            // Interceptors of a task are shown the command that the unit of work is for.
            task.execute(one -> one.requireVersion(command.steps().getFirst(), actor, workspaces, expected));
        }
        for (var step : command.steps()) {
            task.handle(GenericCommandMessage.asCommandMessage(step).withMetaData(said));
        }
    }

    /** In an order that all share: loading locks, and two that go different ways would wait for each other. */
    private Map<TaskId, Aggregate<Task>> load(EditTasks command, Actor actor) {
        var found = new LinkedHashMap<TaskId, Aggregate<Task>>();
        command.taskIds().stream()
                .sorted(Comparator.comparing(TaskId::text))
                .forEach(id -> streams.find(Task.class, id.text())
                        .filter(task -> task.invoke(one -> one.visibleTo(actor.userId(), workspaces)))
                        .ifPresent(task -> found.put(id, task)));
        return found;
    }
}
