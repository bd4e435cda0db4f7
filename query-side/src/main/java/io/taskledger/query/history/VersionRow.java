package io.taskledger.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.history.Undoable;
import io.taskledger.messages.history.Undoable.Field;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.query.task.Columns;
import org.jspecify.annotations.Nullable;

/** What is read of a version, before names and comments are put in. */
record VersionRow(
        String taskId,
        long version,
        long position,
        Instant happenedAt,
        Instant recordedAt,
        @Nullable Instant untilAt,
        String event,
        @Nullable String actor,
        @Nullable String importedActor,
        @Nullable String via,
        @Nullable String actionId,
        String owner,
        TaskHome home,
        Priority priority,
        @Nullable LocalDate dueDate,
        @Nullable LocalTime dueTime,
        @Nullable String assignee,
        @Nullable Instant completedAt,
        @Nullable Instant deletedAt,
        long shareCount,
        long commentCount,
        Instant createdAt,
        Instant updatedAt,
        String title,
        @Nullable String description,
        List<String> tags) {

    static VersionRow of(ResultSet row, int index) throws SQLException {
        return new VersionRow(
                row.getString("task_id"),
                row.getLong("version"),
                row.getLong("position"),
                Timestamps.instant(row, "happened_at"),
                Timestamps.instant(row, "recorded_at"),
                Timestamps.instantOrNull(row, "until_at"),
                row.getString("event"),
                row.getString("actor"),
                row.getString("imported_actor"),
                row.getString("via"),
                row.getString("action_id"),
                row.getString("owner"),
                Columns.home(row),
                Priority.ranked(row.getShort("priority")),
                row.getObject("due_date", LocalDate.class),
                row.getObject("due_time", LocalTime.class),
                row.getString("assignee"),
                Timestamps.instantOrNull(row, "completed_at"),
                Timestamps.instantOrNull(row, "deleted_at"),
                row.getLong("share_count"),
                row.getLong("comment_count"),
                Timestamps.instant(row, "created_at"),
                Timestamps.instant(row, "updated_at"),
                row.getString("title"),
                row.getString("description"),
                List.of((String[]) row.getArray("tags").getArray()));
    }

    /** What it says, where it stands and who does it. */
    Map<Undoable, @Nullable Object> parts() {
        var parts = new LinkedHashMap<Undoable, @Nullable Object>();
        parts.put(Field.TITLE, title);
        parts.put(Field.DESCRIPTION, description);
        parts.put(Field.PRIORITY, priority);
        parts.put(Field.DUE_DATE, dueDate);
        parts.put(Field.DUE_TIME, dueTime);
        parts.put(Field.TAGS, tags);
        parts.put(Field.COMPLETED, completedAt != null);
        parts.put(Field.ASSIGNEE, assignee == null ? null : new UserId(assignee));
        parts.put(Field.HOME, home);
        return parts;
    }

    boolean hasComments() {
        return commentCount > 0;
    }

    /**
     * As a task that could be asked for then.
     *
     * @param names of accounts, by id
     * @param comments as they were
     */
    TaskDetails task(Map<String, String> names, List<TaskComment> comments, TaskLevel level) {
        return new TaskDetails(
                new TaskId(taskId),
                new UserId(owner),
                title,
                description,
                priority,
                dueDate,
                dueTime,
                tags,
                completedAt,
                createdAt,
                updatedAt,
                version,
                home,
                assignee == null ? null : new UserId(assignee),
                assignee == null ? null : names.get(assignee),
                deletedAt,
                comments,
                shareCount,
                level);
    }

    /** Null where the system itself acted, or somebody of an imported file, who has no account here. */
    @Nullable
    UserId doer() {
        return importedActor != null || actor == null
                ? null
                : UserId.parse(actor).orElse(null);
    }

    /** What was imported goes with the account that did it. */
    @Nullable
    String doerName(Map<String, String> names) {
        var account = actor == null ? null : names.get(actor);
        return importedActor != null && account != null ? importedActor : account;
    }

    /** What names the version. */
    String key() {
        return PastVersionEntity.key(taskId, version);
    }

    /** @param called as which it can be found; null where it has no name */
    TaskVersion version(Map<String, String> names, TaskDetails task, @Nullable String called) {
        return new TaskVersion(
                task,
                event,
                called,
                position,
                happenedAt,
                recordedAt,
                untilAt,
                doer(),
                doerName(names),
                via == null ? null : Via.ofStored(via),
                actionId);
    }
}
