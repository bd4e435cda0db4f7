package io.taskledger.query.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.RowForm.Column;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TEXT_ARRAY;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code task} in {@code projection/history.sql}: the version that holds. */
@Entity
@Table(name = "task", schema = Projection.HISTORY)
class LatestVersionEntity extends TaskState {

    static final RowForm<LatestVersionEntity> FORM = new RowForm<>(
            LatestVersionEntity.class,
            "task",
            allColumns(),
            "task_id",
            Optional.of("owner"),
            Comparator.comparing(LatestVersionEntity::owner).thenComparing(LatestVersionEntity::taskId));

    @Id
    private String taskId;

    private long began;
    private String subject;
    private List<String> tags;
    private String title;
    private String folded;

    LatestVersionEntity(TaskCreated created, Cause cause, VersionTextsEntity texts) {
        super(created, cause, texts.id());
        taskId = created.taskId().text();
        began = cause.position();
        subject = texts.subject();
        tags = texts.tags();
        title = texts.title();
        folded = texts.folded();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected LatestVersionEntity() {}

    private static List<Column<LatestVersionEntity>> allColumns() {
        var columns = new ArrayList<Column<LatestVersionEntity>>();
        columns.add(column("task_id", TEXT, row -> row.taskId));
        columns.add(column("began", BIGINT, row -> row.began));
        columns.add(column("subject", TEXT, row -> row.subject));
        columns.add(column("tags", TEXT_ARRAY, row -> row.tags));
        columns.add(column("title", TEXT, row -> row.title));
        columns.add(column("folded", TEXT, row -> row.folded));
        columns.addAll(columns());
        return columns;
    }

    String taskId() {
        return taskId;
    }

    final void say(VersionTextsEntity texts) {
        reword(texts.id());
        subject = texts.subject();
        tags = texts.tags();
        title = texts.title();
        folded = texts.folded();
    }

    /** Whether the event at this position is in it already. */
    boolean reflects(Cause cause) {
        return position() >= cause.position();
    }
}
