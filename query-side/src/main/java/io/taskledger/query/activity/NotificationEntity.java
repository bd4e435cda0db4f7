package io.taskledger.query.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code notification} in {@code projection/activity.sql}: somebody is to know of an event. */
@Entity
@Table(name = "notification", schema = Projection.ACTIVITY)
class NotificationEntity {

    static final RowForm<NotificationEntity> FORM = new RowForm<>(
            NotificationEntity.class,
            "notification",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("position", BIGINT, row -> row.position),
                    column("stream", TEXT, row -> row.stream),
                    column("recipient", TEXT, row -> row.recipient),
                    column("kind", TEXT, row -> row.kind),
                    column("actor", TEXT, row -> row.actor),
                    column("task_id", TEXT, row -> row.taskId),
                    column("workspace_id", TEXT, row -> row.workspaceId),
                    column("part", TEXT, row -> row.part),
                    column("happened_at", TIMESTAMPTZ, row -> row.happenedAt)),
            "stream",
            Optional.empty(),
            Comparator.comparing((NotificationEntity row) -> row.recipient).thenComparingLong(row -> row.position));

    @Id
    private String id;

    private long position;
    private String stream;
    private String recipient;
    private String kind;
    private @Nullable String actor;
    private @Nullable String taskId;
    private @Nullable String workspaceId;
    private @Nullable String part;
    private Instant happenedAt;

    /** @param about what the stream is of, a task or a workspace */
    NotificationEntity(UserId to, NotificationKind kind, About about, @Nullable String part, Occurrence occurrence) {
        this.id = key(occurrence, to);
        this.position = occurrence.position();
        this.stream = occurrence.stream();
        this.recipient = to.text();
        this.kind = kind.stored();
        this.actor = occurrence.actor();
        this.taskId = about == About.TASK ? stream : null;
        this.workspaceId = about == About.WORKSPACE ? stream : null;
        this.part = part;
        this.happenedAt = occurrence.at();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected NotificationEntity() {}

    enum About {
        TASK,
        WORKSPACE
    }

    /** One event tells one person once. */
    static String key(Occurrence occurrence, UserId to) {
        return occurrence.eventId() + "/" + to.text();
    }

    String id() {
        return id;
    }

    @Nullable
    String part() {
        return part;
    }
}
