package io.taskledger.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.BOOLEAN;
import static io.taskledger.query.projection.ColumnType.DATE;
import static io.taskledger.query.projection.ColumnType.SMALLINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TEXT_ARRAY;
import static io.taskledger.query.projection.ColumnType.TIME;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code task} in {@code projection/statistics.sql}. */
@Entity
@Table(name = "task", schema = Projection.STATISTICS)
class CountedTaskEntity {

    /** All of an owner's rows are read at once. */
    static final RowForm<CountedTaskEntity> FORM = new RowForm<>(
            CountedTaskEntity.class,
            "task",
            List.of(
                    column("id", TEXT, task -> task.id),
                    column("owner", TEXT, task -> task.owner),
                    column("team", TEXT, task -> task.team),
                    column("priority", SMALLINT, task -> task.priority),
                    column("due_date", DATE, task -> task.dueDate),
                    column("due_time", TIME, task -> task.dueTime),
                    column("created_at", TIMESTAMPTZ, task -> task.createdAt),
                    column("completed_at", TIMESTAMPTZ, task -> task.completedAt),
                    column("tags", TEXT_ARRAY, task -> task.tags),
                    column("shares", SMALLINT, task -> task.shares),
                    column("in_trash", BOOLEAN, task -> task.inTrash),
                    column("position", BIGINT, task -> task.position)),
            "id",
            Optional.of("owner"),
            Comparator.comparing((CountedTaskEntity task) -> task.owner).thenComparing(task -> task.id));

    @Id
    private String id;

    private String owner;
    private @Nullable String team;
    private short priority;
    private @Nullable LocalDate dueDate;
    private @Nullable LocalTime dueTime;
    private Instant createdAt;
    private @Nullable Instant completedAt;
    private List<String> tags;
    private short shares;
    private boolean inTrash;
    private long position;

    CountedTaskEntity(TaskCreated event, Instant at, long position) {
        id = event.taskId().text();
        owner = event.owner().text();
        team = team(event.whereabouts().workspaceId(), event.owner());
        priority = (short) event.priority().rank();
        dueDate = event.dueDate();
        dueTime = event.dueTime();
        createdAt = at;
        tags = once(event.tags());
        this.position = position;
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected CountedTaskEntity() {}

    void edit(TaskEdited event) {
        if (event.priority() != null) {
            priority = (short) event.priority().to().rank();
        }
        if (event.dueDate() != null) {
            dueDate = event.dueDate().to();
        }
        if (event.dueTime() != null) {
            dueTime = event.dueTime().to();
        }
        if (event.tags() != null) {
            tags = once(event.tags().to());
        }
    }

    /** @param at null for a task that is open again */
    void completed(@Nullable Instant at) {
        completedAt = at;
    }

    void transfer(TaskTransferred event) {
        team = team(event.home().to().workspaceId(), new UserId(owner));
        tags = once(event.tags());
    }

    void trash(boolean in) {
        inTrash = in;
    }

    void share() {
        shares++;
    }

    void unshare() {
        shares--;
    }

    void touch(long at) {
        position = at;
    }

    /** Whether the event at this position is counted already. */
    boolean reflects(long at) {
        return position >= at;
    }

    private static @Nullable String team(WorkspaceId workspace, UserId owner) {
        return workspace.isPersonalOf(owner) ? null : workspace.text();
    }

    private static List<String> once(List<String> tags) {
        return tags.stream().distinct().toList();
    }
}
