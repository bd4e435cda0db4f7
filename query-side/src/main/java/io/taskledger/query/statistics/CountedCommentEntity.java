package io.taskledger.query.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.task.CommentEvent;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code comment} in {@code projection/statistics.sql}. */
@Entity
@Table(name = "comment", schema = Projection.STATISTICS)
class CountedCommentEntity {

    static final RowForm<CountedCommentEntity> FORM = new RowForm<>(
            CountedCommentEntity.class,
            "comment",
            List.of(
                    column("id", TEXT, comment -> comment.id),
                    column("task_id", TEXT, comment -> comment.taskId),
                    column("author", TEXT, comment -> comment.author)),
            "task_id",
            Optional.empty(),
            Comparator.comparing((CountedCommentEntity comment) -> comment.author)
                    .thenComparing(comment -> comment.id));

    @Id
    private String id;

    private String taskId;
    private String author;

    CountedCommentEntity(CommentEvent event) {
        id = event.commentId().text();
        taskId = event.taskId().text();
        author = event.author().text();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected CountedCommentEntity() {}
}
