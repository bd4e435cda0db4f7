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
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentEvent.CommentRestored;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code projection/tasks.sql}: what somebody said about a task. */
@Entity
@Table(name = "comment", schema = Projection.TASKS)
class CommentEntity {

    static final RowForm<CommentEntity> FORM = new RowForm<>(
            CommentEntity.class,
            "comment",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("task_id", TEXT, row -> row.taskId),
                    column("author", TEXT, row -> row.author),
                    column("imported_author", TEXT, row -> row.importedAuthor),
                    column("owner", TEXT, row -> row.owner),
                    column("content", TEXT, row -> row.content),
                    column("folded", TEXT, row -> row.folded),
                    column("created_at", TIMESTAMPTZ, row -> row.createdAt),
                    column("updated_at", TIMESTAMPTZ, row -> row.updatedAt),
                    column("position", BIGINT, row -> row.position)),
            "task_id",
            Optional.of("owner"),
            // All on a person's tasks are searched at once.
            Comparator.comparing((CommentEntity row) -> row.owner).thenComparing(row -> row.id));

    @Id
    private String id;

    private String taskId;
    private String author;
    private @Nullable String importedAuthor;
    private String owner;
    private String content;
    private String folded;
    private Instant createdAt;
    private @Nullable Instant updatedAt;
    private long position;

    /** @param owner whose the task is */
    CommentEntity(CommentAdded event, String owner, Moment moment) {
        id = event.commentId().text();
        taskId = event.taskId().text();
        author = event.author().text();
        importedAuthor = moment.importedActor();
        this.owner = owner;
        content = event.content();
        folded = Folding.of(content);
        createdAt = moment.at();
        position = moment.position();
    }

    /** @param owner whose the task is */
    CommentEntity(CommentRestored event, String owner, Moment moment) {
        id = event.commentId().text();
        taskId = event.taskId().text();
        author = event.author().text();
        this.owner = owner;
        content = event.content();
        folded = Folding.of(content);
        createdAt = event.commentedAt();
        updatedAt = event.editedAt();
        position = moment.position();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected CommentEntity() {}

    void edit(CommentEdited event, Moment moment) {
        content = event.content().to();
        folded = Folding.of(content);
        updatedAt = moment.at();
        position = moment.position();
    }

    String taskId() {
        return taskId;
    }

    String author() {
        return author;
    }

    /** @param names of accounts, by id */
    TaskComment comment(Map<String, String> names) {
        var account = names.get(author);
        // What was imported goes with the account that did it.
        var name = account != null && importedAuthor != null ? importedAuthor : account;
        return new TaskComment(new CommentId(id), new UserId(author), name, content, createdAt, updatedAt);
    }
}
