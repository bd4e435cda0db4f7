package io.taskledger.command.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.taskledger.command.account.AccountNames;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.CommentCommand.RestoreComment;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentEvent.CommentRestored;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskRejection.CommentNotFound;
import io.taskledger.messages.task.TaskRejection.CommentNotYours;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.TooManyParts;
import io.taskledger.messages.task.TaskRules;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** What is said about a task. */
final class Comments {

    private final Access access;
    private final Map<CommentId, Comment> comments = new HashMap<>();
    private final Map<CommentId, Comment> deleted = new HashMap<>();

    /**
     * @param content kept since the event of an edit tells the old text with the new one
     * @param edited null where it never was
     */
    private record Comment(
            UserId author,
            String content,
            Instant said,
            @Nullable Instant edited) {}

    Comments(Access access) {
        this.access = access;
    }

    @CommandHandler
    void handle(AddComment command, Actor actor, Workspaces workspaces, AccountNames names) {
        access.require(actor, Level.SEE, workspaces);
        // Also of one that was deleted since: its id is spent.
        if (comments.containsKey(command.commentId()) || deleted.containsKey(command.commentId())) {
            return;
        }
        requireRoom();
        apply(new CommentAdded(
                access.taskId(),
                command.commentId(),
                actor.userId(),
                command.content(),
                new Mentions(names).in(command.content(), othersWhoSeeIt(actor, workspaces))));
    }

    @CommandHandler
    void handle(EditComment command, Actor actor, Workspaces workspaces, AccountNames names) {
        var comment = require(command.commentId(), actor, workspaces);
        if (!comment.author().equals(actor.userId()) || !seen(actor, workspaces)) {
            throw new CommandRejected(new CommentNotYours(command.commentId()));
        }
        if (!comment.content().equals(command.content())) {
            apply(new CommentEdited(
                    access.taskId(),
                    command.commentId(),
                    comment.author(),
                    new Changed<>(comment.content(), command.content()),
                    new Mentions(names)
                            .added(comment.content(), command.content(), othersWhoSeeIt(actor, workspaces))));
        }
    }

    @CommandHandler
    void handle(DeleteComment command, Actor actor, Workspaces workspaces) {
        var comment = require(command.commentId(), actor, workspaces);
        var own = comment.author().equals(actor.userId()) && seen(actor, workspaces);
        if (!own && access.level(actor.userId(), workspaces) != Level.ALL) {
            throw new CommandRejected(new CommentNotYours(command.commentId()));
        }
        apply(new CommentDeleted(access.taskId(), command.commentId(), comment.author(), comment.content()));
    }

    /** Whoever may delete it may bring it back. */
    @CommandHandler
    void handle(RestoreComment command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.SEE, workspaces);
        if (comments.containsKey(command.commentId())) {
            return;
        }
        var comment = deleted.get(command.commentId());
        if (comment == null) {
            throw new CommandRejected(new CommentNotFound(command.commentId()));
        }
        if (!comment.author().equals(actor.userId()) && access.level(actor.userId(), workspaces) != Level.ALL) {
            throw new CommandRejected(new CommentNotYours(command.commentId()));
        }
        requireRoom();
        apply(new CommentRestored(
                access.taskId(),
                command.commentId(),
                comment.author(),
                comment.content(),
                comment.said(),
                comment.edited()));
    }

    @EventSourcingHandler
    void on(CommentAdded event, @Timestamp Instant at) {
        comments.put(event.commentId(), new Comment(event.author(), event.content(), asStored(at), null));
    }

    @EventSourcingHandler
    void on(CommentEdited event, @Timestamp Instant at) {
        comments.computeIfPresent(
                event.commentId(),
                (_, before) -> new Comment(before.author(), event.content().to(), before.said(), asStored(at)));
    }

    @EventSourcingHandler
    void on(CommentDeleted event) {
        var comment = comments.remove(event.commentId());
        if (comment != null) {
            deleted.put(event.commentId(), comment);
        }
    }

    @EventSourcingHandler
    void on(CommentRestored event) {
        deleted.remove(event.commentId());
        comments.put(
                event.commentId(), new Comment(event.author(), event.content(), event.commentedAt(), event.editedAt()));
    }

    /** As the ledger will tell it. */
    private static Instant asStored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private void requireRoom() {
        if (comments.size() >= TaskRules.COMMENTS_LIMIT) {
            throw new CommandRejected(new TooManyParts(access.taskId(), Part.COMMENT, TaskRules.COMMENTS_LIMIT));
        }
    }

    /** An author knows of their own comment even where the task is not shown to them any more; others must see it. */
    private Comment require(CommentId commentId, Actor actor, Workspaces workspaces) {
        var comment = comments.get(commentId);
        if (comment == null
                || access.inTrash()
                || !(comment.author().equals(actor.userId()) || seen(actor, workspaces))) {
            throw new CommandRejected(new CommentNotFound(commentId));
        }
        return comment;
    }

    private boolean seen(Actor actor, Workspaces workspaces) {
        return access.visibleTo(actor.userId(), workspaces);
    }

    private Predicate<UserId> othersWhoSeeIt(Actor actor, Workspaces workspaces) {
        return person -> !person.equals(actor.userId()) && access.visibleTo(person, workspaces);
    }
}
