package io.taskledger.exchange;

import java.util.Map;
import java.util.function.IntConsumer;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskId;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;

/**
 * Sends what a file holds as commands, all of one action. A task's id comes from its owner and its id in the file, so
 * that what was imported before is found and left as it is, whatever has become of it.
 */
public final class TaskImporter {

    private static final int MILLIS = 1_000;

    private final CommandGateway commands;

    public TaskImporter(CommandGateway commands) {
        this.commands = commands;
    }

    /**
     * Creates the tasks, on behalf of who acts on this thread.
     *
     * @param owner whose tasks they become: the acting account
     * @param again makes the tasks once more, even those that are there
     * @param progress is told how many tasks are done, 1 to all
     */
    public Outcome run(ImportedTasks imported, UserId owner, boolean again, IntConsumer progress) {
        var action = ActionId.next();
        var source = owner + " " + imported.sourceId() + (again ? " " + action : "");
        var created = 0;
        var done = 0;
        for (var task : imported.tasks()) {
            created += create(command(task, source), action) ? 1 : 0;
            progress.accept(++done);
        }
        return new Outcome(imported.name(), created, imported.tasks().size() - created, imported.dropped());
    }

    private boolean create(CreateTask command, ActionId action) {
        try {
            commands.sendAndWait(new GenericCommandMessage<>(command, Map.of(MetadataKeys.ACTION_ID, action.text())));
            return true;
        } catch (AggregateStreamCreationException there) {
            return false;
        }
    }

    private static CreateTask command(ImportedTask task, String source) {
        return new CreateTask(
                TaskId.derived(createdAt(task.sourceId()), source + " " + task.sourceId()),
                null,
                task.title(),
                task.description().isEmpty() ? null : task.description(),
                Priority.MEDIUM,
                task.dueDate(),
                task.dueTime(),
                task.tags(),
                task.completed());
    }

    /** Trello's ids are MongoDB's ObjectIds: their first four bytes are the seconds since 1970. Others: no time. */
    private static long createdAt(String sourceId) {
        return sourceId.matches("[0-9a-f]{24}") ? Long.parseLong(sourceId.substring(0, 8), 16) * MILLIS : 0;
    }

    /**
     * How an import ended.
     *
     * @param name what the other product called the whole; may be empty
     * @param created tasks that were made
     * @param alreadyThere tasks that an earlier import had made
     */
    public record Outcome(String name, int created, int alreadyThere, Dropped dropped) {}
}
