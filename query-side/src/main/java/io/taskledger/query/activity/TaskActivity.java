package io.taskledger.query.activity;

import java.util.LinkedHashMap;
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
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.activity.ActivityEntity.Deed;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import io.taskledger.query.projection.WithoutContent;
import org.jspecify.annotations.Nullable;

/** What was done to tasks. Changes of one task's fields by one action are one entry. */
final class TaskActivity {

    private static final Map<String, Changed<?>> COMPLETION = Map.of("completed", new Changed<>(false, true));
    private static final Map<String, Changed<?>> REOPENING = Map.of("completed", new Changed<>(true, false));

    private final Rows<ActivityEntity> entries;
    private final Rows<ToldTaskEntity> tasks;
    private final TaskPartActivity parts;

    TaskActivity(Tables tables) {
        this.entries = tables.rows(ActivityEntity.FORM);
        this.tasks = tables.rows(ToldTaskEntity.FORM);
        this.parts = new TaskPartActivity(tables);
    }

    void on(TaskEvent event, Occurrence occurrence) {
        if (event instanceof TaskCreated created) {
            create(created, occurrence);
            return;
        }
        var task = tasks.find(event.taskId().text())
                .orElseThrow(() -> new MissingRow(event.taskId(), occurrence.position()));
        if (!task.reflects(occurrence.position())) {
            tell(event, task, occurrence);
            task.touch(occurrence.position());
        }
    }

    private void create(TaskCreated event, Occurrence occurrence) {
        if (tasks.find(event.taskId().text()).isEmpty()) {
            var task = new ToldTaskEntity(event, occurrence.position());
            tasks.add(task);
            add("created", task, task.values(), occurrence, true);
        }
    }

    private void tell(TaskEvent event, ToldTaskEntity task, Occurrence occurrence) {
        switch (event) {
            case TaskCreated _ -> throw new IllegalArgumentException("a task is created once");
            case TaskEdited edited -> {
                task.edit(edited);
                update(task, changes(edited), occurrence);
            }
            case TaskCompleted _ -> {
                task.complete(true);
                complete(task, occurrence);
            }
            case TaskReopened _ -> {
                task.complete(false);
                update(task, REOPENING, occurrence);
            }
            case TaskAssigned assigned -> update(task, Map.of("assignee", assigned.assignee()), occurrence);
            case TaskMoved moved -> update(task, places(moved.home()), occurrence);
            case TaskTransferred transferred -> {
                task.transfer(transferred);
                update(task, homes(transferred.home()), occurrence);
            }
            case VersionNamed named -> update(task, Map.of("version_name", named.name()), occurrence);
            case TaskDeleted _ -> {
                task.trash(true);
                add("deleted", task, task.values(), occurrence, false);
            }
            case TaskRestored _ -> {
                task.trash(false);
                add("restored", task, Details.titled(task.title()), occurrence, false);
            }
            case TaskPurged _ -> add("purged", task, Details.titled(task.title()), occurrence, false);
            case SharingEvent sharing -> parts.on(sharing, task, occurrence);
            case CommentEvent comment -> parts.on(comment, task, occurrence);
            case FileEvent file -> parts.on(file, task, occurrence);
            case ReminderEvent reminder -> parts.on(reminder, task, occurrence);
        }
    }

    /** A task that is done from the start was created so. */
    private void complete(ToldTaskEntity task, Occurrence occurrence) {
        var created = task.openedBy(occurrence.deed()).flatMap(entries::find).filter(ActivityEntity::creates);
        if (created.isPresent()) {
            var entry = created.get();
            entry.tell(Details.again(entry.details(), "completed", true).json());
        } else {
            update(task, COMPLETION, occurrence);
        }
    }

    private void update(ToldTaskEntity task, Map<String, Changed<?>> changes, Occurrence occurrence) {
        var open = task.openedBy(occurrence.deed()).flatMap(entries::find).filter(entry -> !entry.creates());
        if (open.isPresent()) {
            var entry = open.get();
            entry.tell(Details.more(entry.details(), changes)
                    .with(Details.TASK_TITLE, task.title())
                    .json());
        } else {
            add("updated", task, Details.titled(task.title()).withChanges(changes), occurrence, true);
        }
    }

    private void add(String action, ToldTaskEntity task, Details details, Occurrence occurrence, boolean open) {
        var entry = new ActivityEntity(
                occurrence, task.scope(task.subject()), new Deed(action, "task", occurrence.stream()), details.json());
        entries.add(entry);
        task.open(entry, open ? occurrence.deed() : null);
    }

    private static Map<String, Changed<?>> places(Changed<TaskHome> home) {
        return home.from().listId().equals(home.to().listId())
                ? Map.of("place", new Changed<>(home.from().place(), home.to().place()))
                : Map.of(
                        "list_id", new Changed<>(home.from().listId(), home.to().listId()));
    }

    private static Map<String, Changed<?>> homes(Changed<TaskHome> home) {
        var changes = new LinkedHashMap<String, Changed<?>>();
        changes.put(
                "workspace_id",
                new Changed<>(home.from().workspaceId(), home.to().workspaceId()));
        changes.put("list_id", new Changed<>(home.from().listId(), home.to().listId()));
        return changes;
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

    /** The projection lacks a row that its events say must be there: a matter for the dead letters, never for silence. */
    static final class MissingRow extends IllegalStateException implements WithoutContent {
        MissingRow(TaskId id, long position) {
            super("nothing is told of " + id + " before the event at position " + position);
        }
    }
}
