package io.taskledger.query.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.RowForm.Column;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code past} in {@code projection/history.sql}: a version that is over. */
@Entity
@Table(name = "past", schema = Projection.HISTORY)
class PastVersionEntity extends TaskState {

    /** The order in which people read: a task's versions lie together. */
    static final RowForm<PastVersionEntity> FORM = new RowForm<>(
            PastVersionEntity.class,
            "past",
            allColumns(),
            "task_id",
            Optional.of("owner"),
            Comparator.comparing(PastVersionEntity::owner)
                    .thenComparing(row -> row.taskId)
                    .thenComparingLong(PastVersionEntity::version));

    @Id
    private String id;

    private String taskId;
    private long untilPosition;
    private Instant untilAt;

    /** What the latest version was before this. */
    PastVersionEntity(LatestVersionEntity latest, Cause next) {
        super(latest);
        taskId = latest.taskId();
        id = key(taskId, latest.version());
        untilPosition = next.position();
        untilAt = next.at();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected PastVersionEntity() {}

    static String key(String task, long version) {
        return task + "/" + version;
    }

    private static List<Column<PastVersionEntity>> allColumns() {
        var columns = new ArrayList<Column<PastVersionEntity>>();
        columns.add(column("id", TEXT, row -> row.id));
        columns.add(column("task_id", TEXT, row -> row.taskId));
        columns.add(column("until_position", BIGINT, row -> row.untilPosition));
        columns.add(column("until_at", TIMESTAMPTZ, row -> row.untilAt));
        columns.addAll(columns());
        return columns;
    }
}
