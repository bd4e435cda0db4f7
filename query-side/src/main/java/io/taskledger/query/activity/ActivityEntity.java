package io.taskledger.query.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code entry} in {@code projection/activity.sql}. */
@Entity
@Table(name = "entry", schema = Projection.ACTIVITY)
class ActivityEntity {

    /** The order in which people read: what each did, by age. */
    static final RowForm<ActivityEntity> FORM = new RowForm<>(
            ActivityEntity.class,
            "entry",
            List.of(
                    column("id", TEXT, entry -> entry.id),
                    column("position", BIGINT, entry -> entry.position),
                    column("stream", TEXT, entry -> entry.stream),
                    column("owner", TEXT, entry -> entry.owner),
                    column("subject", TEXT, entry -> entry.subject),
                    column("title_subject", TEXT, entry -> entry.titleSubject),
                    column("actor", TEXT, entry -> entry.actor),
                    column("imported_actor", TEXT, entry -> entry.importedActor),
                    column("via", TEXT, entry -> entry.via),
                    column("action", TEXT, entry -> entry.action),
                    column("resource_type", TEXT, entry -> entry.resourceType),
                    column("resource_id", TEXT, entry -> entry.resourceId),
                    column("task_id", TEXT, entry -> entry.taskId),
                    column("details", TEXT, entry -> entry.details),
                    column("happened_at", TIMESTAMPTZ, entry -> entry.happenedAt),
                    column("action_id", TEXT, entry -> entry.actionId),
                    column("compensates", TEXT, entry -> entry.compensates),
                    column("compensation", TEXT, entry -> entry.compensation)),
            "stream",
            Optional.of("owner"),
            Comparator.comparing((ActivityEntity entry) -> entry.actor == null ? "" : entry.actor)
                    .thenComparingLong(entry -> entry.position));

    @Id
    private String id;

    private long position;
    private String stream;
    private @Nullable String owner;
    private @Nullable String subject;
    private @Nullable String titleSubject;
    private @Nullable String actor;
    private @Nullable String importedActor;
    private @Nullable String via;
    private String action;
    private String resourceType;
    private String resourceId;
    private @Nullable String taskId;
    private String details;
    private Instant happenedAt;
    private @Nullable String actionId;
    private @Nullable String compensates;
    private @Nullable String compensation;

    ActivityEntity(Occurrence occurrence, Scope scope, Deed deed, String details) {
        id = occurrence.eventId();
        position = occurrence.position();
        stream = occurrence.stream();
        owner = scope.owner();
        subject = scope.subject();
        titleSubject = scope.titleSubject();
        actor = occurrence.actor();
        importedActor = occurrence.importedActor();
        via = occurrence.via();
        action = deed.action();
        resourceType = deed.resourceType();
        resourceId = deed.resourceId();
        taskId = scope.taskId();
        this.details = details;
        happenedAt = occurrence.at();
        actionId = occurrence.actionId();
        compensates = occurrence.compensates();
        compensation = occurrence.compensation();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ActivityEntity() {}

    /**
     * Whose an entry is.
     *
     * @param owner whose task or account it is about; null for a workspace
     * @param subject whose key protects its texts; null where it has none
     * @param titleSubject whose key protects the title of the task that it is about; null where that is not told
     */
    record Scope(
            @Nullable String owner,
            @Nullable String subject,
            @Nullable String titleSubject,
            @Nullable String taskId) {}

    /** What was done to what. */
    record Deed(String action, String resourceType, String resourceId) {}

    String id() {
        return id;
    }

    boolean creates() {
        return action.equals("created");
    }

    String details() {
        return details;
    }

    /** More events of the same action tell more of it. */
    void tell(String moreDetails) {
        details = moreDetails;
    }

    ToldEntry told() {
        return new ToldEntry(
                id,
                position,
                actor,
                importedActor,
                via,
                action,
                resourceType,
                resourceId,
                taskId,
                details,
                happenedAt,
                subject,
                titleSubject,
                actionId);
    }
}
