package io.taskledger.query.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.BOOLEAN;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/**
 * A row of {@code projection/tasks.sql}: what a task says of itself, folded, to be searched.
 */
@Entity
@Table(name = "wording", schema = Projection.TASKS)
class WordingEntity {

    /** All of a workspace's are read at once. */
    static final RowForm<WordingEntity> FORM = new RowForm<>(
            WordingEntity.class,
            "wording",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("owner", TEXT, row -> row.owner),
                    column("workspace_id", TEXT, row -> row.workspaceId),
                    column("in_trash", BOOLEAN, row -> row.inTrash),
                    column("created_at", TIMESTAMPTZ, row -> row.createdAt),
                    column("folded", TEXT, row -> row.folded),
                    column("title_end", BIGINT, row -> row.titleEnd),
                    column("tags_end", BIGINT, row -> row.tagsEnd)),
            "id",
            Optional.of("owner"),
            Comparator.comparing((WordingEntity row) -> row.workspaceId).thenComparing(row -> row.id));

    @Id
    private String id;

    private String owner;
    private String workspaceId;
    private boolean inTrash;
    private Instant createdAt;
    private String folded;
    private long titleEnd;
    private long tagsEnd;

    // The rest is what it follows.
    @SuppressWarnings("NullAway.Init")
    WordingEntity(TaskEntity task) {
        id = task.id();
        owner = task.owner();
        createdAt = task.createdAt();
        follow(task);
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected WordingEntity() {}

    /** Says what the task says now, where it is now. */
    final void follow(TaskEntity task) {
        workspaceId = task.workspace().text();
        inTrash = task.isInTrash();
        var searched =
                SearchedText.of(task.title(), task.tags(), task.description().orElse(null));
        folded = searched.folded();
        titleEnd = searched.titleEnd();
        tagsEnd = searched.tagsEnd();
    }
}
