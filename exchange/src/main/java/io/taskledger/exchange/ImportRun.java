package io.taskledger.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import io.taskledger.exchange.ImportedPast.Told;
import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.exchange.TaskImporter.Progress;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection.PastIsClosed;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskId;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;

/** One import that is going on. */
final class ImportRun {

    private final CommandGateway commands;
    private final Clock clock;
    private final ImportedTasks imported;
    private final ImportedWorkspace workspace;
    private final ActionId action;
    private final Progress progress;
    private int created;

    ImportRun(
            CommandGateway commands,
            Clock clock,
            ImportedTasks imported,
            ImportedWorkspace workspace,
            ActionId action,
            Progress progress) {
        this.commands = commands;
        this.clock = clock;
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

    Outcome past(ImportedPast past) throws FileRefused {
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
        return new Outcome(imported, workspace.id(), created, imported.tasks().size() - created, steps, false);
    }

    /** Other clocks may be ahead of this one. */
    private Instant notToCome(Instant at) {
        var now = clock.instant();
        return at.isAfter(now) ? now : at;
    }
}
