package io.taskledger.exchange;

import java.time.Clock;
import java.util.function.BiConsumer;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a file holds as commands, all of one action: a workspace, its lists, and the tasks in them. Ids come from the
 * owner and the ids in the file, so that what was imported before is found and left as it is, whatever has become of it; a
 * list that was removed since, and is in the file still, is there again.
 */
public final class TaskImporter {

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final Clock clock;

    public TaskImporter(CommandGateway commands, QueryGateway queries, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * What is asked of an import.
     *
     * @param owner whose tasks they become: the acting account
     * @param action names it: what is asked for again under the same one goes on where it was cut off
     * @param again makes all of it once more, in a workspace of its own
     * @param dryRun only says what would be made
     */
    public record Wish(UserId owner, ActionId action, boolean again, boolean dryRun) {}

    /** Is told how much is done, 0 to all, and how much there is. */
    public interface Progress extends BiConsumer<Integer, Integer> {}

    /**
     * Creates the workspace and the tasks as they are in the file, on behalf of who acts on this thread.
     *
     * @param past how they came to be, of those that are new; null where that is not told of
     * @throws FileRefused where the past is too long; nothing is changed
     */
    public Outcome run(ImportedTasks imported, @Nullable ImportedPast past, Wish wish, Progress progress)
            throws FileRefused {
        var source = wish.owner() + " " + imported.sourceId() + (wish.again() ? " " + wish.action() : "");
        var workspace = new ImportedWorkspace(imported, source);
        if (wish.dryRun()) {
            return rehearse(imported, past, workspace);
        }
        var run = new ImportRun(commands, clock, imported, workspace, wish.action(), progress);
        return past == null ? run.present() : run.past(past);
    }

    private Outcome rehearse(ImportedTasks imported, @Nullable ImportedPast past, ImportedWorkspace workspace)
            throws FileRefused {
        var there = (int) imported.tasks().stream()
                .map(task -> workspace.taskOf(task.sourceId()))
                .filter(this::isThere)
                .count();
        var steps = past == null ? 0 : past.told(workspace, true).size();
        return new Outcome(imported, workspace.id(), imported.tasks().size() - there, there, steps, true);
    }

    /** Also one in the trash: its owner may look at its past. */
    private boolean isThere(TaskId task) {
        return queries.query(new FindVersion(task, 0), ResponseTypes.optionalInstanceOf(TaskVersion.class))
                .join()
                .isPresent();
    }

    /**
     * How an import ended.
     *
     * @param imported what the file holds
     * @param workspace where it is, or would be
     * @param created tasks that were made, of those that the file has now
     * @param alreadyThere tasks that an earlier import had made
     * @param steps commands of which the past was told, 0 where it was not
     * @param dryRun whether nothing was done at all
     */
    public record Outcome(
            ImportedTasks imported, WorkspaceId workspace, int created, int alreadyThere, int steps, boolean dryRun) {

        /** What the other product called the whole; may be empty. */
        public String name() {
            return imported.name();
        }

        /** How many the workspace has. */
        public int lists() {
            return Math.max(1, imported.lists().size());
        }

        public Dropped dropped() {
            return imported.dropped();
        }
    }
}
