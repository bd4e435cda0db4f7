package io.taskledger.rest.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.Changed;
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
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Tells a task's events as the contract's activities. It walks from the oldest on and remembers the values that later
 * entries speak of: the title at each edit, everything at the deletion.
 */
final class Timeline {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private final TimelineParts parts = new TimelineParts();

    private Timeline() {}

    /** @param entries of one task, all of them, oldest first */
    static List<TimelineAnswer> tell(List<TimelineEntry> entries) {
        var timeline = new Timeline();
        var told = new ArrayList<TimelineAnswer>();
        @Nullable TimelineEntry before = null;
        for (var entry : entries) {
            var next = timeline.next(entry);
            if (before != null && isOneEdit(before, entry)) {
                told.set(told.size() - 1, timeline.together(told.getLast(), next));
            } else {
                told.add(next);
            }
            before = entry;
        }
        return List.copyOf(told);
    }

    /** What a person did at once is one activity: making a task that is done, changing fields and completing. */
    private static boolean isOneEdit(TimelineEntry before, TimelineEntry entry) {
        return entry.actionId() != null
                && entry.actionId().equals(before.actionId())
                && (isOfFields(before.event()) || before.event() instanceof TaskCreated)
                && isOfFields(entry.event());
    }

    private static boolean isOfFields(TaskEvent event) {
        return event instanceof TaskEdited || event instanceof TaskCompleted || event instanceof TaskReopened;
    }

    private TimelineAnswer together(TimelineAnswer first, TimelineAnswer second) {
        if (first.action().equals("created")) {
            return first.telling(new LinkedHashMap<>(values));
        }
        var details = titled();
        details.put("changed_fields", joined(list(first, "changed_fields"), list(second, "changed_fields")));
        details.put("old_values", joined(map(first, "old_values"), map(second, "old_values")));
        details.put("new_values", joined(map(first, "new_values"), map(second, "new_values")));
        return first.telling(details);
    }

    private static List<Object> list(TimelineAnswer answer, String name) {
        return answer.details().get(name) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    private static Map<?, ?> map(TimelineAnswer answer, String name) {
        return answer.details().get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Object> joined(List<Object> first, List<Object> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Map<Object, @Nullable Object> joined(Map<?, ?> first, Map<?, ?> second) {
        var all = new LinkedHashMap<Object, @Nullable Object>(first);
        all.putAll(second);
        return all;
    }

    private TimelineAnswer next(TimelineEntry entry) {
        return switch (entry.event()) {
            case TaskCreated event -> TimelineAnswer.of(entry, "created", created(event));
            case TaskEdited event -> TimelineAnswer.of(entry, "updated", updated(changes(event)));
            case TaskCompleted _ ->
                TimelineAnswer.of(entry, "updated", updated(Map.of("completed", new Changed<>(false, true))));
            case TaskReopened _ ->
                TimelineAnswer.of(entry, "updated", updated(Map.of("completed", new Changed<>(true, false))));
            case TaskDeleted _ -> TimelineAnswer.of(entry, "deleted", new LinkedHashMap<>(values));
            case TaskRestored _ -> TimelineAnswer.of(entry, "restored", titled());
            case TaskPurged _ -> TimelineAnswer.of(entry, "purged", titled());
            case TaskAssigned event ->
                TimelineAnswer.of(entry, "updated", updated(Map.of("assignee", event.assignee())));
            case TaskMoved event ->
                TimelineAnswer.of(entry, "updated", updated(Map.of("list_id", lists(event.home()))));
            case TaskTransferred event ->
                TimelineAnswer.of(entry, "updated", updated(Map.of("workspace_id", workspaces(event.home()))));
            case SharingEvent event -> parts.shared(entry, event, titled());
            case CommentEvent event -> parts.commented(entry, event, titled());
            case FileEvent event -> parts.filed(entry, event, titled());
            case ReminderEvent event -> parts.reminded(entry, event, titled());
        };
    }

    private Map<String, @Nullable Object> titled() {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("task_title", values.get("title"));
        return details;
    }

    private static Changed<ListId> lists(Changed<TaskHome> home) {
        return new Changed<>(home.from().listId(), home.to().listId());
    }

    private static Changed<WorkspaceId> workspaces(Changed<TaskHome> home) {
        return new Changed<>(home.from().workspaceId(), home.to().workspaceId());
    }

    private Map<String, @Nullable Object> created(TaskCreated event) {
        values.put("title", event.title());
        values.put("priority", event.priority());
        values.put("completed", false);
        values.put("tags", event.tags());
        values.put("due_date", event.dueDate());
        return new LinkedHashMap<>(values);
    }

    private Map<String, @Nullable Object> updated(Map<String, ? extends Changed<?>> changes) {
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, @Nullable Object>();
        changes.forEach((field, change) -> {
            before.put(field, change.from());
            after.put(field, change.to());
            values.replace(field, change.to());
        });
        var details = titled();
        details.put("changed_fields", new ArrayList<>(changes.keySet()));
        details.put("old_values", before);
        details.put("new_values", after);
        return details;
    }

    private static Map<String, Changed<?>> changes(TaskEdited event) {
        var changes = new LinkedHashMap<String, Changed<?>>();
        put(changes, "title", event.title());
        put(changes, "description", event.description());
        put(changes, "priority", event.priority());
        put(changes, "due_date", event.dueDate());
        put(changes, "due_time", event.dueTime());
        put(changes, "tags", event.tags());
        return changes;
    }

    private static void put(Map<String, Changed<?>> changes, String field, @Nullable Changed<?> change) {
        if (change != null) {
            changes.put(field, change);
        }
    }
}
