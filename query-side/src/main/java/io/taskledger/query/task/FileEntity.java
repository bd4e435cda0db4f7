package io.taskledger.query.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code projection/tasks.sql}: a file of a task. */
@Entity
@Table(name = "file", schema = Projection.TASKS)
class FileEntity {

    static final RowForm<FileEntity> FORM = new RowForm<>(
            FileEntity.class,
            "file",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("task_id", TEXT, row -> row.taskId),
                    column("attached_by", TEXT, row -> row.attachedBy),
                    column("name", TEXT, row -> row.name),
                    column("content_type", TEXT, row -> row.contentType),
                    column("size", BIGINT, row -> row.size),
                    column("sha256", TEXT, row -> row.sha256),
                    column("attached_at", TIMESTAMPTZ, row -> row.attachedAt),
                    column("position", BIGINT, row -> row.position)),
            "task_id",
            Optional.empty(),
            Comparator.comparing(row -> row.id));

    @Id
    private String id;

    private String taskId;
    private String attachedBy;
    private String name;
    private String contentType;
    private long size;
    private String sha256;
    private Instant attachedAt;
    private long position;

    FileEntity(FileAttached event, Moment moment) {
        id = event.fileId().text();
        taskId = event.taskId().text();
        attachedBy = event.attachedBy().text();
        name = event.name();
        contentType = event.contentType();
        size = event.size();
        sha256 = event.sha256();
        attachedAt = moment.at();
        position = moment.position();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected FileEntity() {}

    TaskFile file() {
        return new TaskFile(new FileId(id), new UserId(attachedBy), name, contentType, size, sha256, attachedAt);
    }
}
