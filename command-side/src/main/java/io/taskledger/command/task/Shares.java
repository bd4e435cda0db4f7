package io.taskledger.command.task;

import io.taskledger.command.account.AccountNames;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingCommand.ChangePermission;
import io.taskledger.messages.task.SharingCommand.LeaveTask;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskRejection.AlreadyShared;
import io.taskledger.messages.task.TaskRejection.NotShared;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.SharedWithOneself;
import io.taskledger.messages.task.TaskRejection.TooManyParts;
import io.taskledger.messages.task.TaskRules;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** Whom a task is shared with. */
final class Shares {

    private final Access access;
    private final Whereabouts whereabouts;

    Shares(Access access, Whereabouts whereabouts) {
        this.access = access;
        this.whereabouts = whereabouts;
    }

    @CommandHandler
    void handle(ShareTask command, Actor actor, Workspaces workspaces, AccountNames names) {
        access.require(actor, Level.ALL, workspaces);
        var with = names.require(command.username());
        if (with.equals(actor.userId())) {
            throw new CommandRejected(new SharedWithOneself(access.taskId()));
        }
        if (access.sharedWith(with).isPresent()) {
            throw new CommandRejected(new AlreadyShared(access.taskId(), with));
        }
        if (access.shares() >= TaskRules.SHARES_LIMIT) {
            throw new CommandRejected(new TooManyParts(access.taskId(), Part.SHARE, TaskRules.SHARES_LIMIT));
        }
        apply(new TaskShared(access.taskId(), with, command.permission()));
    }

    @CommandHandler
    void handle(ChangePermission command, Actor actor, Workspaces workspaces, AccountNames names) {
        access.require(actor, Level.ALL, workspaces);
        var with = names.require(command.username());
        var before = requireShared(with, command.username());
        if (before != command.permission()) {
            apply(new PermissionChanged(access.taskId(), with, new Changed<>(before, command.permission())));
        }
    }

    @CommandHandler
    void handle(RevokeShare command, Actor actor, Workspaces workspaces, AccountNames names) {
        access.require(actor, Level.ALL, workspaces);
        var with = names.named(command.username()).orElseThrow(() -> notShared(command.username()));
        requireShared(with, command.username());
        apply(new ShareRevoked(access.taskId(), with));
        whereabouts.unassignWithoutAccess(workspaces);
    }

    @CommandHandler
    void handle(LeaveTask command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.SEE, workspaces);
        requireShared(actor.userId(), null);
        apply(new TaskLeft(access.taskId(), actor.userId()));
        whereabouts.unassignWithoutAccess(workspaces);
    }

    private Permission requireShared(UserId person, @Nullable String username) {
        return access.sharedWith(person).orElseThrow(() -> notShared(username));
    }

    private CommandRejected notShared(@Nullable String username) {
        return new CommandRejected(new NotShared(access.taskId(), username));
    }
}
