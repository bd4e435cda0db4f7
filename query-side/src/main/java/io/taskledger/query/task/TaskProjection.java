package io.taskledger.query.task;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.FileEvent;
import io.taskledger.messages.task.ReminderEvent;
import io.taskledger.messages.task.SharingEvent;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import io.taskledger.query.projection.WithoutContent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Events in, rows out: a task's own row here, those of its parts in {@link TaskParts}. An event that the task's row
 * reflects already changes nothing, of the parts neither, so that delivery twice does no harm.
 */
final class TaskProjection {

    /** The task's first: what happens to a part touches it. */
    static final List<RowForm<?>> FORMS = List.of(
            TaskEntity.FORM,
            WordingEntity.FORM,
            ShareEntity.FORM,
            CommentEntity.FORM,
            FileEntity.FORM,
            ReminderEntity.FORM);

    private final Rows<TaskEntity> tasks;
    private final Rows<WordingEntity> wordings;
    private final TaskParts parts;

    TaskProjection(Tables tables) {
        this.tasks = tables.rows(TaskEntity.FORM);
        this.wordings = tables.rows(WordingEntity.FORM);
        this.parts = new TaskParts(tables);
    }

    @EventHandler
    void on(TaskEvent event, DomainEventMessage<?> message, TrackingToken token) {
        var moment = Moment.of(message, token);
        switch (event) {
            case TaskCreated created -> create(created, moment);
            case TaskEdited edited -> restate(event, moment, task -> task.edit(edited));
            case TaskCompleted _ -> change(event, moment, task -> task.completed(moment.at()));
            case TaskReopened _ -> change(event, moment, task -> task.completed(null));
            case TaskDeleted _ -> restate(event, moment, task -> task.deleted(moment.at()));
            case TaskRestored _ -> restate(event, moment, task -> task.deleted(null));
            case TaskPurged _ -> purge(event.taskId());
            case TaskAssigned assigned ->
                change(event, moment, task -> task.assigned(assigned.assignee().to()));
            case TaskMoved moved ->
                restate(event, moment, task -> task.stand(moved.home().to()));
            case TaskTransferred transferred -> restate(event, moment, task -> task.transferred(transferred));
            case SharingEvent shared -> change(event, moment, task -> parts.share(shared, task, moment));
            case CommentEvent commented -> change(event, moment, task -> parts.comment(commented, task, moment));
            case FileEvent filed -> change(event, moment, _ -> parts.file(filed, moment));
            case ReminderEvent reminded -> remind(reminded, moment);
            case VersionNamed _ -> pass(event.taskId(), moment);
        }
    }

    private void create(TaskCreated event, Moment moment) {
        if (tasks.find(event.taskId().text()).isEmpty()) {
            var task = new TaskEntity(event, moment);
            tasks.add(task);
            wordings.add(new WordingEntity(task));
        }
    }

    private void change(TaskEvent event, Moment moment, Consumer<TaskEntity> change) {
        var task = known(event.taskId(), moment);
        if (!task.reflects(moment)) {
            var due = task.due();
            change.accept(task);
            task.touch(moment);
            if (!Objects.equals(due, task.due())) {
                parts.followDue(task);
            }
        }
    }

    /** A change of what the task says of itself, or of who may hear it. */
    private void restate(TaskEvent event, Moment moment, Consumer<TaskEntity> change) {
        change(event, moment, task -> {
            change.accept(task);
            wordings.find(task.id())
                    .orElseThrow(() -> new MissingRow(task.id(), moment.position()))
                    .follow(task);
        });
    }

    private void remind(ReminderEvent event, Moment moment) {
        var task = known(event.taskId(), moment);
        if (!task.reflects(moment)) {
            parts.remind(event, task, moment);
            task.pass(moment);
        }
    }

    /** The task stays what it is. */
    private void pass(TaskId id, Moment moment) {
        var task = known(id, moment);
        if (!task.reflects(moment)) {
            task.pass(moment);
        }
    }

    private void purge(TaskId id) {
        tasks.remove(id.text());
        wordings.remove(id.text());
        parts.removeAllOf(id);
    }

    private TaskEntity known(TaskId id, Moment moment) {
        return tasks.find(id.text()).orElseThrow(() -> new MissingRow(id.text(), moment.position()));
    }

    /** The projection lacks a row that its events say must be there: a matter for the dead letters, never for silence. */
    static final class MissingRow extends IllegalStateException implements WithoutContent {
        MissingRow(String id, long position) {
            super("no row for " + id + ", of which the event at position " + position + " tells");
        }
    }
}
