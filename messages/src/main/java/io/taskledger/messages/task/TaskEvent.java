package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.Personal;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/** What happened to a task. When and by whom is in the message: its timestamp and its metadata. */
public sealed interface TaskEvent {

    TaskId taskId();

    @StoredAs("task.created")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskCreated(
            TaskId taskId,
            UserId owner,
            @Personal String title,
            @Personal @Nullable String description,
            Priority priority,
            @Nullable LocalDate dueDate,
            @Nullable LocalTime dueTime,
            @Personal List<String> tags)
            implements TaskEvent, HoldsPersonalData {
        @Override
        public SubjectId subject() {
            return SubjectId.of(owner);
        }
    }

    /**
     * Some fields got new values: each changed one with its old and its new value, the others null.
     *
     * @param subject whose key protects the texts: the task's owner
     */
    @StoredAs("task.edited")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskEdited(
            TaskId taskId,
            SubjectId subject,
            @Personal @Nullable Changed<String> title,
            @Personal @Nullable Changed<@Nullable String> description,
            @Nullable Changed<Priority> priority,
            @Nullable Changed<@Nullable LocalDate> dueDate,
            @Nullable Changed<@Nullable LocalTime> dueTime,
            @Personal @Nullable Changed<List<String>> tags)
            implements TaskEvent, HoldsPersonalData {}

    @StoredAs("task.completed")
    record TaskCompleted(TaskId taskId) implements TaskEvent {}

    @StoredAs("task.reopened")
    record TaskReopened(TaskId taskId) implements TaskEvent {}

    @StoredAs("task.deleted")
    record TaskDeleted(TaskId taskId) implements TaskEvent {}
}
