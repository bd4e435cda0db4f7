package io.taskledger.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.taskledger.exchange.ImportedPast.Told;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection.PastIsClosed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskId;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.AggregateStreamCreationException;
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
     */
    public Outcome run(ImportedTasks imported, @Nullable ImportedPast past, Wish wish, Progress progress) {
        var source = wish.owner() + " " + imported.sourceId() + (wish.again() ? " " + wish.action() : "");
        var workspace = new ImportedWorkspace(imported, source);
        if (wish.dryRun()) {
            return rehearse(imported, past, workspace);
        }
        var run = new Run(imported, workspace, wish.action(), progress);
        return past == null ? run.present() : run.past(past);
    }

    private Outcome rehearse(ImportedTasks imported, @Nullable ImportedPast past, ImportedWorkspace workspace) {
        var there = (int) imported.tasks().stream()
                .map(task -> workspace.taskOf(task.sourceId()))
                .filter(this::isThere)
                .count();
        var steps = past == null ? 0 : past.told(workspace, true).size();
        return new Outcome(imported, imported.tasks().size() - there, there, steps, true);
    }

    /** Also one in the trash: its owner may look at its past. */
    private boolean isThere(TaskId task) {
        return queries.query(new FindVersion(task, 0), ResponseTypes.optionalInstanceOf(TaskVersion.class))
                .join()
                .isPresent();
    }

    /** One import. */
    private final class Run {

        private final ImportedTasks imported;
        private final ImportedWorkspace workspace;
        private final ActionId action;
        private final Progress progress;
        private int created;

        Run(ImportedTasks imported, ImportedWorkspace workspace, ActionId action, Progress progress) {
            this.imported = imported;
            this.workspace = workspace;
            this.action = action;
            this.progress = progress;
        }

        Outcome present() {
            if (create(workspace.create(), null)) {
                workspace.begin().forEach(command -> send(command, null));
            }
            workspace.lists().forEach(command -> send(command, null));
            var done = 0;
            progress.accept(done, imported.tasks().size());
            var homes = workspace.homes().values().iterator(); // one for each task, in the same order
            for (var task : imported.tasks()) {
                var id = workspace.taskOf(task.sourceId());
                if (create(task.create(id, homes.next()), null)) {
                    created++;
                    task.comments().forEach(text -> send(new AddComment(id, CommentId.next(id), text), null));
                }
                progress.accept(++done, imported.tasks().size());
            }
            return outcome(0);
        }

        Outcome past(ImportedPast past) {
            var told = past.told(workspace, true);
            if (!create(told.getFirst().command(), told.getFirst())) {
                // There already, so that its own past is closed, and its lists are those of now.
                workspace.lists().forEach(command -> send(command, null));
                tell(past.told(workspace, false));
            } else {
                tell(told.subList(1, told.size()));
            }
            return outcome(told.size());
        }

        private void tell(List<Told> told) {
            var ofThisFile = imported.tasks().stream()
                    .map(task -> workspace.taskOf(task.sourceId()))
                    .collect(Collectors.toSet());
            var madeBefore = new HashSet<TaskId>();
            var done = 0;
            progress.accept(done, told.size());
            for (var step : told) {
                if (step.command() instanceof CreateTask task) {
                    if (!create(task, step)) {
                        madeBefore.add(task.taskId());
                    } else if (ofThisFile.contains(task.taskId())) {
                        created++;
                    }
                } else if (step.command() instanceof TaskCommand task && madeBefore.contains(task.taskId())) {
                    sendIfOpen(task, step);
                } else {
                    send(step.command(), step);
                }
                progress.accept(++done, told.size());
            }
        }

        /** False where it is there already. */
        private boolean create(Object command, @Nullable Told told) {
            try {
                send(command, told);
                return true;
            } catch (AggregateStreamCreationException there) {
                return false;
            }
        }

        /** Of a task that is there already the past is closed, unless this same import was cut off while telling of it. */
        private void sendIfOpen(TaskCommand command, Told told) {
            try {
                send(command, told);
            } catch (CommandRejected refused) {
                if (!(refused.rejection() instanceof PastIsClosed)) {
                    throw refused;
                }
            }
        }

        /** @param told when and by whom, where that is not now */
        private void send(Object command, @Nullable Told told) {
            var metaData = new HashMap<String, Object>();
            metaData.put(MetadataKeys.ACTION_ID, action.text());
            if (told != null) {
                metaData.put(MetadataKeys.HAPPENED_AT, notToCome(told.at()).toString());
                if (told.by() != null) {
                    metaData.put(MetadataKeys.IMPORTED_ACTOR, told.by());
                }
            }
            commands.sendAndWait(new GenericCommandMessage<>(command, metaData));
        }

        private Outcome outcome(int steps) {
            return new Outcome(imported, created, imported.tasks().size() - created, steps, false);
        }
    }

    /** Other clocks may be ahead of this one. */
    private Instant notToCome(Instant at) {
        var now = clock.instant();
        return at.isAfter(now) ? now : at;
    }

    /**
     * How an import ended.
     *
     * @param imported what the file holds
     * @param created tasks that were made, of those that the file has now
     * @param alreadyThere tasks that an earlier import had made
     * @param steps commands of which the past was told, 0 where it was not
     * @param dryRun whether nothing was done at all
     */
    public record Outcome(ImportedTasks imported, int created, int alreadyThere, int steps, boolean dryRun) {

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
