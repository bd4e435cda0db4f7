package io.taskledger.messages.history;

import java.util.List;

import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/** Who set each field of a task to what it is, the fields in their order. */
public record TaskBlame(TaskId taskId, AsOf asOf, List<FieldBlame> fields) {

    public TaskBlame {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param field as in {@link FieldChange}
     * @param value as it is
     * @param by who set it so
     * @param before what it was until then; null where it was empty, and where the task began with its value
     * @param beforeBy who had set it so; null where the task began with its value
     */
    public record FieldBlame(
            String field,
            @Nullable Object value,
            Deed by,
            @Nullable Object before,
            @Nullable Deed beforeBy) {}
}
