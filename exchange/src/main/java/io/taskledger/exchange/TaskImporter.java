package io.taskledger.exchange;

import java.util.Map;
import java.util.function.IntConsumer;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;

/**
 * Sends what a file holds as commands, all of one action: a workspace, its lists, and the tasks in them. Ids come from the
 * owner and the ids in the file, so that what was imported before is found and left as it is, whatever has become of it; a
 * list that was removed since, and is in the file still, is there again.
 */
public final class TaskImporter {

    private final CommandGateway commands;

    public TaskImporter(CommandGateway commands) {
        this.commands = commands;
    }

    /**
     * Creates the workspace and the tasks, on behalf of who acts on this thread.
     *
     * @param owner whose tasks they become: the acting account
     * @param again makes all of it once more, in a workspace of its own
     * @param progress is told how many tasks are done, 1 to all
     */
    public Outcome run(ImportedTasks imported, UserId owner, boolean again, IntConsumer progress) {
        var action = ActionId.next();
        var source = owner + " " + imported.sourceId() + (again ? " " + action : "");
        var workspace = new ImportedWorkspace(imported, source);
        if (create(workspace.create(), action)) {
            workspace.begin().forEach(command -> send(command, action));
        }
        workspace.lists().forEach(command -> send(command, action));
        var created = 0;
        var done = 0;
        for (var task : imported.tasks()) {
            created += create(command(task, workspace.nextHome(task), source), action) ? 1 : 0;
            progress.accept(++done);
        }
        var there = imported.tasks().size() - created;
        return new Outcome(imported.name(), Math.max(1, imported.lists().size()), created, there, imported.dropped());
    }

    /** False where it is there already. */
    private boolean create(Object command, ActionId action) {
        try {
            send(command, action);
            return true;
        } catch (AggregateStreamCreationException there) {
            return false;
        }
    }

    private void send(Object command, ActionId action) {
        commands.sendAndWait(new GenericCommandMessage<>(command, Map.of(MetadataKeys.ACTION_ID, action.text())));
    }

    private static CreateTask command(ImportedTask task, TaskHome home, String source) {
        return new CreateTask(
                TaskId.derived(SourceTime.of(task.sourceId()), source + " " + task.sourceId()),
                home,
                task.title(),
                task.description().isEmpty() ? null : task.description(),
                Priority.MEDIUM,
                task.dueDate(),
                task.dueTime(),
                task.tags(),
                task.completed());
    }

    /**
     * How an import ended.
     *
     * @param name what the other product called the whole; may be empty
     * @param lists that the workspace has
     * @param created tasks that were made
     * @param alreadyThere tasks that an earlier import had made
     */
    public record Outcome(String name, int lists, int created, int alreadyThere, Dropped dropped) {}
}
