package io.taskledger.query.statistics;

import java.util.function.Consumer;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentRestored;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import io.taskledger.query.projection.WithoutContent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Events in, rows out that can be counted. An event that a row reflects already changes nothing. */
final class StatisticsProjection {

    private final Rows<CountedTaskEntity> tasks;
    private final Rows<CountedCommentEntity> comments;
    private final Rows<CountedMemberEntity> members;

    StatisticsProjection(Tables tables) {
        this.tasks = tables.rows(CountedTaskEntity.FORM);
        this.comments = tables.rows(CountedCommentEntity.FORM);
        this.members = tables.rows(CountedMemberEntity.FORM);
    }

    @EventHandler
    void on(TaskCreated event, DomainEventMessage<?> message, TrackingToken token) {
        if (tasks.find(event.taskId().text()).isEmpty()) {
            tasks.add(new CountedTaskEntity(event, message.getTimestamp(), position(token)));
        }
    }

    @EventHandler
    void on(TaskEdited event, TrackingToken token) {
        change(event.taskId(), token, task -> task.edit(event));
    }

    @EventHandler
    void on(TaskCompleted event, DomainEventMessage<?> message, TrackingToken token) {
        change(event.taskId(), token, task -> task.completed(message.getTimestamp()));
    }

    @EventHandler
    void on(TaskReopened event, TrackingToken token) {
        change(event.taskId(), token, task -> task.completed(null));
    }

    @EventHandler
    void on(TaskTransferred event, TrackingToken token) {
        change(event.taskId(), token, task -> task.transfer(event));
    }

    @EventHandler
    void on(TaskDeleted event, TrackingToken token) {
        change(event.taskId(), token, task -> task.trash(true));
    }

    @EventHandler
    void on(TaskRestored event, TrackingToken token) {
        change(event.taskId(), token, task -> task.trash(false));
    }

    @EventHandler
    void on(TaskShared event, TrackingToken token) {
        change(event.taskId(), token, CountedTaskEntity::share);
    }

    @EventHandler
    void on(ShareRevoked event, TrackingToken token) {
        change(event.taskId(), token, CountedTaskEntity::unshare);
    }

    @EventHandler
    void on(TaskLeft event, TrackingToken token) {
        change(event.taskId(), token, CountedTaskEntity::unshare);
    }

    @EventHandler
    void on(CommentAdded event, TrackingToken token) {
        change(event.taskId(), token, task -> comments.add(new CountedCommentEntity(event)));
    }

    @EventHandler
    void on(CommentRestored event, TrackingToken token) {
        change(event.taskId(), token, task -> comments.add(new CountedCommentEntity(event)));
    }

    @EventHandler
    void on(CommentDeleted event, TrackingToken token) {
        change(event.taskId(), token, task -> comments.remove(event.commentId().text()));
    }

    @EventHandler
    void on(WorkspaceCreated event) {
        join(event.workspaceId(), event.owner());
    }

    @EventHandler
    void on(MemberJoined event) {
        join(event.workspaceId(), event.member());
    }

    @EventHandler
    void on(MemberRemoved event) {
        members.remove(CountedMemberEntity.key(event.workspaceId(), event.member()));
    }

    @EventHandler
    void on(MemberLeft event) {
        members.remove(CountedMemberEntity.key(event.workspaceId(), event.member()));
    }

    private void join(WorkspaceId workspace, UserId person) {
        if (members.find(CountedMemberEntity.key(workspace, person)).isEmpty()) {
            members.add(new CountedMemberEntity(workspace, person));
        }
    }

    private void change(TaskId id, TrackingToken token, Consumer<CountedTaskEntity> change) {
        var at = position(token);
        var task = tasks.find(id.text()).orElseThrow(() -> new MissingRow(id, at));
        if (!task.reflects(at)) {
            change.accept(task);
            task.touch(at);
        }
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }

    /** The projection lacks a row that its events say must be there: a matter for the dead letters, never for silence. */
    static final class MissingRow extends IllegalStateException implements WithoutContent {
        MissingRow(TaskId id, long position) {
            super("nothing is counted of " + id + " before the event at position " + position);
        }
    }
}
