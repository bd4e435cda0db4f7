package io.taskledger.query.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.task.SearchedText;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TEXT_ARRAY;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code wording} in {@code projection/history.sql}: a task's texts from one version on. */
@Entity
@Table(name = "wording", schema = Projection.HISTORY)
class VersionTextsEntity {

    static final RowForm<VersionTextsEntity> FORM = new RowForm<>(
            VersionTextsEntity.class,
            "wording",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("task_id", TEXT, row -> row.taskId),
                    column("subject", TEXT, row -> row.subject),
                    column("title", TEXT, row -> row.title),
                    column("description", TEXT, row -> row.description),
                    column("tags", TEXT_ARRAY, row -> row.tags),
                    column("folded", TEXT, row -> row.folded)),
            "task_id",
            Optional.empty(),
            Comparator.comparing((VersionTextsEntity row) -> row.subject).thenComparing(row -> row.id));

    @Id
    private String id;

    private String taskId;
    private String subject;
    private String title;
    private @Nullable String description;
    private List<String> tags;
    private String folded;

    VersionTextsEntity(TaskCreated created, Cause cause) {
        this(created.taskId().text(), created, cause, created.title(), created.description(), created.tags());
    }

    VersionTextsEntity(TaskTransferred transferred, Cause cause) {
        this(
                transferred.taskId().text(),
                transferred,
                cause,
                transferred.title(),
                transferred.description(),
                transferred.tags());
    }

    /** @param before what it said until this edit, which may have changed part of it */
    VersionTextsEntity(VersionTextsEntity before, TaskEdited edited, Cause cause) {
        this(
                before.taskId,
                edited,
                cause,
                edited.title() == null ? before.title : edited.title().to(),
                edited.description() == null
                        ? before.description
                        : edited.description().to(),
                edited.tags() == null ? before.tags : edited.tags().to());
    }

    private VersionTextsEntity(
            String task,
            HoldsPersonalData event,
            Cause cause,
            String title,
            @Nullable String description,
            List<String> tags) {
        id = PastVersionEntity.key(task, cause.version());
        taskId = task;
        subject = event.subject().text();
        this.title = title;
        this.description = description;
        this.tags = new ArrayList<>(tags);
        folded = SearchedText.of(title, tags, description).folded();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected VersionTextsEntity() {}

    String id() {
        return id;
    }

    String subject() {
        return subject;
    }

    String title() {
        return title;
    }

    /** As {@link SearchedText}. */
    String folded() {
        return folded;
    }

    List<String> tags() {
        return new ArrayList<>(tags);
    }
}
