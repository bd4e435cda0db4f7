package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.taskledger.messages.Changed;
import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.Personal;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/** What happened to a task. When and by whom is in the message: its timestamp and its metadata. */
public sealed interface TaskEvent
        permits TaskEvent.TaskCreated,
                TaskEvent.TaskEdited,
                TaskEvent.TaskCompleted,
                TaskEvent.TaskReopened,
                TaskEvent.TaskDeleted,
                TaskEvent.TaskRestored,
                TaskEvent.TaskPurged,
                TaskEvent.TaskAssigned,
                TaskEvent.TaskMoved,
                TaskEvent.TaskTransferred,
                TaskEvent.VersionNamed,
                SharingEvent,
                CommentEvent,
                FileEvent,
                ReminderEvent {

    TaskId taskId();

    /** @param home null for {@link TaskHome#inboxOf} its owner */
    @StoredAs("task.created")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskCreated(
            TaskId taskId,
            UserId owner,
            @Nullable TaskHome home,
            @Personal String title,
            @Personal @Nullable String description,
            Priority priority,
            @Nullable LocalDate dueDate,
            @Nullable LocalTime dueTime,
            @Personal List<String> tags)
            implements TaskEvent, HoldsPersonalData {
        @Override
        public SubjectId subject() {
            return whereabouts().subject(owner);
        }

        /** Where it stands. */
        public TaskHome whereabouts() {
            return home == null ? TaskHome.inboxOf(owner, taskId) : home;
        }
    }

    /**
     * Some fields got new values: each changed one with its old and its new value, the others null.
     *
     * @param subject whose key protects the texts: {@link TaskHome#subject}
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

    @StoredAs("task.restored")
    record TaskRestored(TaskId taskId) implements TaskEvent {}

    @StoredAs("task.purged")
    record TaskPurged(TaskId taskId) implements TaskEvent {}

    /** @param assignee null where nobody was, or now is */
    @StoredAs("task.assigned")
    record TaskAssigned(TaskId taskId, Changed<@Nullable UserId> assignee) implements TaskEvent {}

    /** It stands elsewhere in its workspace. */
    @StoredAs("task.moved")
    record TaskMoved(TaskId taskId, Changed<TaskHome> home) implements TaskEvent {}

    /**
     * It went into another workspace. Its texts come along, for they now belong to that: they outlast who wrote them.
     *
     * @param subject whose key protects the texts from now on
     */
    @StoredAs("task.transferred")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskTransferred(
            TaskId taskId,
            SubjectId subject,
            Changed<TaskHome> home,
            @Personal String title,
            @Personal @Nullable String description,
            @Personal List<String> tags)
            implements TaskEvent, HoldsPersonalData {}

    /**
     * What the task was at one of its events got a name, another one, or none any more. The task stays what it is.
     *
     * @param subject whose key protects the name: {@link TaskHome#subject}
     * @param version sequence number of that event
     * @param name null where there was none, or now is
     */
    @StoredAs("task.version-named")
    record VersionNamed(
            TaskId taskId,
            SubjectId subject,
            long version,
            @Personal Changed<@Nullable String> name) implements TaskEvent, HoldsPersonalData {}
}
