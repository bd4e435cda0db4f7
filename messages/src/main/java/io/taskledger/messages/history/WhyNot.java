package io.taskledger.messages.history;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.FileEvent;
import io.taskledger.messages.task.ReminderEvent;
import io.taskledger.messages.task.SharingEvent;
import io.taskledger.messages.task.TaskEvent;

/** Why something is not put back to what it was. */
public enum WhyNot {
    /** It was changed after the action, and would be lost. Done all the same where that is asked for. */
    CHANGED_SINCE,
    /** Who asks may not do that any more. */
    NOT_PERMITTED,
    /** The task is gone, or not shown to who asks any more. */
    NOT_THERE,
    /** The task is in the trash. */
    IN_TRASH,
    /** Whoever wrote it was erased, and the text with them. */
    ERASED,
    /** The account that it names is no more. */
    PERSON_GONE,
    /** What was taken out of the trash is gone for good. */
    PURGED,
    /** Somebody was told; that cannot be untold. */
    REMINDED,
    /** One cannot let oneself in again. */
    LEFT,
    /** The content of a removed file is not kept. */
    CONTENT_GONE;

    /** Lower case. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of what no command can take back; empty for what {@link Undoable} covers. A new kind of event must say. */
    public static Optional<WhyNot> ever(TaskEvent event) {
        return switch (event) {
            case TaskEvent.TaskPurged _ -> Optional.of(PURGED);
            case ReminderEvent.Reminded _ -> Optional.of(REMINDED);
            case SharingEvent.TaskLeft _ -> Optional.of(LEFT);
            case FileEvent.FileRemoved _ -> Optional.of(CONTENT_GONE);
            case TaskEvent.TaskCreated _,
                    TaskEvent.TaskEdited _,
                    TaskEvent.TaskCompleted _,
                    TaskEvent.TaskReopened _,
                    TaskEvent.TaskDeleted _,
                    TaskEvent.TaskRestored _,
                    TaskEvent.TaskAssigned _,
                    TaskEvent.TaskMoved _,
                    TaskEvent.TaskTransferred _,
                    TaskEvent.VersionNamed _,
                    SharingEvent.TaskShared _,
                    SharingEvent.PermissionChanged _,
                    SharingEvent.ShareRevoked _,
                    CommentEvent _,
                    FileEvent.FileAttached _,
                    ReminderEvent.ReminderSet _,
                    ReminderEvent.ReminderRemoved _ -> Optional.empty();
        };
    }
}
