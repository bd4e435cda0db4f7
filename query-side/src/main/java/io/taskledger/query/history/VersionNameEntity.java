package io.taskledger.query.history;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code version_name} in {@code projection/history.sql}: what a version is called, as long as it is. */
@Entity
@Table(name = "version_name", schema = Projection.HISTORY)
class VersionNameEntity {

    static final RowForm<VersionNameEntity> FORM = new RowForm<>(
            VersionNameEntity.class,
            "version_name",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("task_id", TEXT, row -> row.taskId),
                    column("subject", TEXT, row -> row.subject),
                    column("name", TEXT, row -> row.name)),
            "task_id",
            Optional.empty(),
            Comparator.comparing(row -> row.id));

    @Id
    private String id;

    private String taskId;
    private String subject;
    private String name;

    VersionNameEntity(VersionNamed named) {
        taskId = named.taskId().text();
        id = PastVersionEntity.key(taskId, named.version());
        subject = named.subject().text();
        name = Objects.requireNonNullElse(named.name().to(), "");
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected VersionNameEntity() {}

    String id() {
        return id;
    }
}
