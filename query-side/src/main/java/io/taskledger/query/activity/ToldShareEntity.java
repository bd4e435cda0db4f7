package io.taskledger.query.activity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code share} in {@code projection/activity.sql}: whom a task is shared with. */
@Entity
@Table(name = "share", schema = Projection.ACTIVITY)
class ToldShareEntity {

    static final RowForm<ToldShareEntity> FORM = new RowForm<>(
            ToldShareEntity.class,
            "share",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("task_id", TEXT, row -> row.taskId),
                    column("user_id", TEXT, row -> row.userId)),
            "task_id",
            Optional.empty(),
            Comparator.comparing((ToldShareEntity row) -> row.userId).thenComparing(row -> row.taskId));

    @Id
    private String id;

    private String taskId;
    private String userId;

    ToldShareEntity(TaskId taskId, UserId person) {
        this.id = key(taskId, person);
        this.taskId = taskId.text();
        this.userId = person.text();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ToldShareEntity() {}

    static String key(TaskId taskId, UserId person) {
        return taskId.text() + "/" + person.text();
    }
}
