package io.taskledger.query.task;

import java.util.function.Consumer;

import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import io.taskledger.query.projection.WithoutContent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Events in, rows out. An event that a row reflects already changes nothing, so that delivery twice does no harm. */
final class TaskProjection {

    private final Rows<TaskEntity> tasks;

    TaskProjection(Tables tables) {
        this.tasks = tables.rows(TaskEntity.FORM);
    }

    @EventHandler
    void on(TaskCreated event, DomainEventMessage<?> message, TrackingToken token) {
        if (tasks.find(event.taskId().text()).isEmpty()) {
            tasks.add(new TaskEntity(event, Moment.of(message, token)));
        }
    }

    @EventHandler
    void on(TaskEdited event, DomainEventMessage<?> message, TrackingToken token) {
        change(event.taskId(), Moment.of(message, token), task -> task.edit(event));
    }

    @EventHandler
    void on(TaskCompleted event, DomainEventMessage<?> message, TrackingToken token) {
        change(event.taskId(), Moment.of(message, token), task -> task.completed(message.getTimestamp()));
    }

    @EventHandler
    void on(TaskReopened event, DomainEventMessage<?> message, TrackingToken token) {
        change(event.taskId(), Moment.of(message, token), task -> task.completed(null));
    }

    @EventHandler
    void on(TaskDeleted event) {
        tasks.remove(event.taskId().text());
    }

    private void change(TaskId id, Moment moment, Consumer<TaskEntity> change) {
        var task = tasks.find(id.text()).orElseThrow(() -> new MissingRow(id, moment.position()));
        if (!task.reflects(moment)) {
            change.accept(task);
            task.touch(moment);
        }
    }

    /** The projection lacks a row that its events say must be there: a matter for the dead letters, never for silence. */
    static final class MissingRow extends IllegalStateException implements WithoutContent {
        MissingRow(TaskId id, long position) {
            super("no row for " + id + ", of which the event at position " + position + " tells");
        }
    }
}
