package io.taskledger.query.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code projection/tasks.sql}: somebody whom a task is shared with. */
@Entity
@Table(name = "share", schema = Projection.TASKS)
class ShareEntity {

    static final RowForm<ShareEntity> FORM = new RowForm<>(
            ShareEntity.class,
            "share",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("task_id", TEXT, row -> row.taskId),
                    column("user_id", TEXT, row -> row.userId),
                    column("permission", TEXT, row -> row.permission),
                    column("shared_at", TIMESTAMPTZ, row -> row.sharedAt),
                    column("position", BIGINT, row -> row.position)),
            "task_id",
            Optional.empty(),
            Comparator.comparing(row -> row.id));

    @Id
    private String id;

    private String taskId;
    private String userId;
    private String permission;
    private Instant sharedAt;
    private long position;

    ShareEntity(TaskShared event, Moment moment) {
        id = key(event.taskId(), event.with());
        taskId = event.taskId().text();
        userId = event.with().text();
        permission = event.permission().text();
        sharedAt = moment.at();
        position = moment.position();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ShareEntity() {}

    /** Of both ULIDs: there is one share at most for each task and person. */
    static String key(TaskId task, UserId person) {
        return "share" + task.text().substring("task".length()) + person.text().substring("user".length());
    }

    void regrade(Permission to, Moment moment) {
        permission = to.text();
        position = moment.position();
    }

    String taskId() {
        return taskId;
    }

    String userId() {
        return userId;
    }

    Permission permission() {
        return Permission.parse(permission).orElseThrow();
    }

    /** @param names of accounts, by id */
    TaskShare share(Map<String, String> names) {
        return new TaskShare(id, new TaskId(taskId), new UserId(userId), names.get(userId), permission(), sharedAt);
    }
}
