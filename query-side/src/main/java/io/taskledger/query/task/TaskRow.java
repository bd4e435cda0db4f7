package io.taskledger.query.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What answers read of a task's row. By plain SQL: entities, which nobody changes there, took a fifth of a request. */
record TaskRow(
        String id,
        String owner,
        TaskHome home,
        String title,
        @Nullable String description,
        Priority priority,
        @Nullable LocalDate dueDate,
        @Nullable LocalTime dueTime,
        List<String> tags,
        @Nullable String assignee,
        @Nullable Instant completedAt,
        @Nullable Instant deletedAt,
        long shareCount,
        long commentCount,
        Instant createdAt,
        Instant updatedAt,
        long version,
        String titleOrder,
        LocalDate dueOrder) {

    /** Of a row called {@code t}. */
    static final String COLUMNS = """
            t.id, t.owner, t.workspace_id, {list} as list_id, t.place, t.title, t.description, t.priority, t.due_date,
              t.due_time, t.tags, t.assignee, t.completed_at, t.deleted_at, t.share_count, t.comment_count, t.created_at,
              t.updated_at, t.version, t.title_order, t.due_order, t.priority_name, t.completed""".replace("{list}", ShownList.OF_ROW);

    static TaskRow of(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getString("id"),
                row.getString("owner"),
                Columns.home(row),
                row.getString("title"),
                row.getString("description"),
                Priority.ranked(row.getShort("priority")),
                row.getObject("due_date", LocalDate.class),
                row.getObject("due_time", LocalTime.class),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("assignee"),
                Timestamps.instantOrNull(row, "completed_at"),
                Timestamps.instantOrNull(row, "deleted_at"),
                row.getLong("share_count"),
                row.getLong("comment_count"),
                Timestamps.instant(row, "created_at"),
                Timestamps.instant(row, "updated_at"),
                row.getLong("version"),
                row.getString("title_order"),
                row.getObject("due_order", LocalDate.class));
    }

    WorkspaceId workspace() {
        return home.workspaceId();
    }

    boolean hasComments() {
        return commentCount > 0;
    }

    /** @param names of accounts, by id */
    TaskDetails details(Map<String, String> names, List<TaskComment> comments, TaskLevel level) {
        return new TaskDetails(
                new TaskId(id),
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
}
