package io.taskledger.ui.history;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.taskledger.messages.Changed;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import org.jspecify.annotations.Nullable;

/** What several changes of one field come to. */
final class NetChange {

    private NetChange() {}

    /** The fields of a task that an event sets, of those that are changed back and forth. */
    static Set<String> fields(TaskEvent event) {
        return switch (event) {
            case TaskCompleted _, TaskReopened _ -> Set.of("completed");
            case TaskEdited edited -> edited(edited);
            default -> Set.of();
        };
    }

    /** From before the first to after the last, both of the same field; empty where that is the same. */
    static Optional<TaskEvent> between(TaskEvent first, TaskEvent last) {
        if (first instanceof TaskEdited one && last instanceof TaskEdited other) {
            var net = new TaskEdited(
                    one.taskId(),
                    one.subject(),
                    net(one.title(), other.title()),
                    net(one.description(), other.description()),
                    net(one.priority(), other.priority()),
                    net(one.dueDate(), other.dueDate()),
                    net(one.dueTime(), other.dueTime()),
                    net(one.tags(), other.tags()));
            return fields(net).isEmpty() ? Optional.empty() : Optional.of(net);
        }
        return first.getClass().equals(last.getClass()) ? Optional.of(last) : Optional.empty();
    }

    private static <V extends @Nullable Object> @Nullable Changed<V> net(
            @Nullable Changed<V> first, @Nullable Changed<V> last) {
        return first == null || last == null || Objects.equals(first.from(), last.to())
                ? null
                : new Changed<>(first.from(), last.to());
    }

    private static Set<String> edited(TaskEdited event) {
        var fields = new LinkedHashSet<String>();
        put(fields, "title", event.title());
        put(fields, "description", event.description());
        put(fields, "priority", event.priority());
        put(fields, "due_date", event.dueDate());
        put(fields, "due_time", event.dueTime());
        put(fields, "tags", event.tags());
        return fields;
    }

    private static void put(Set<String> fields, String field, @Nullable Changed<?> change) {
        if (change != null) {
            fields.add(field);
        }
    }
}
