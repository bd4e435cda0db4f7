package io.taskledger.command.task;

import java.util.HashMap;
import java.util.Map;

import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileCommand.RemoveFile;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.TaskRejection.FileNotFound;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.TooManyParts;
import io.taskledger.messages.task.TaskRules;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** What is attached to a task. */
final class Files {

    private final Access access;
    private final Map<FileId, Attached> files = new HashMap<>();

    private record Attached(UserId by, String name) {}

    Files(Access access) {
        this.access = access;
    }

    @CommandHandler
    void handle(AttachFile command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.EDIT, workspaces);
        if (files.containsKey(command.fileId())) {
            return;
        }
        if (files.size() >= TaskRules.FILES_LIMIT) {
            throw new CommandRejected(new TooManyParts(access.taskId(), Part.FILE, TaskRules.FILES_LIMIT));
        }
        apply(new FileAttached(
                access.taskId(),
                command.fileId(),
                actor.userId(),
                command.name(),
                command.contentType(),
                command.size(),
                command.sha256()));
    }

    @CommandHandler
    void handle(RemoveFile command, Actor actor, Workspaces workspaces) {
        var file = files.get(command.fileId());
        if (file == null || !access.visibleTo(actor.userId(), workspaces)) {
            throw new CommandRejected(new FileNotFound(command.fileId()));
        }
        access.require(actor, Level.EDIT, workspaces);
        apply(new FileRemoved(access.taskId(), command.fileId(), file.by(), file.name()));
    }

    @EventSourcingHandler
    void on(FileAttached event) {
        files.put(event.fileId(), new Attached(event.attachedBy(), event.name()));
    }

    @EventSourcingHandler
    void on(FileRemoved event) {
        files.remove(event.fileId());
    }
}
