package io.taskledger.query.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;

import jakarta.persistence.MappedSuperclass;

import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.FileEvent;
import io.taskledger.messages.task.ReminderEvent;
import io.taskledger.messages.task.SharingEvent;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.query.projection.ColumnType;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.RowForm.Column;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.DATE;
import static io.taskledger.query.projection.ColumnType.SMALLINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIME;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;

/** What a version is: the whole of a task but its texts, and what made it so. Long only by its many columns. */
@MappedSuperclass
abstract class TaskState {

    private long version;
    private long position;
    private Instant happenedAt;
    private String event;
    private @Nullable String actor;
    private @Nullable String importedActor;
    private @Nullable String via;
    private @Nullable String actionId;
    private String owner;
    private String workspaceId;
    private String listId;
    private String place;
    private short priority;
    private @Nullable LocalDate dueDate;
    private @Nullable LocalTime dueTime;
    private @Nullable String assignee;
    private @Nullable Instant completedAt;
    private @Nullable Instant deletedAt;
    private long shareCount;
    private long commentCount;
    private Instant createdAt;
    private Instant updatedAt;
    private String wording;

    TaskState(TaskCreated created, Cause cause, String wording) {
        owner = created.owner().text();
        priority = (short) created.priority().rank();
        dueDate = created.dueDate();
        dueTime = created.dueTime();
        createdAt = cause.at();
        updatedAt = cause.at();
        this.wording = wording;
        stand(created.whereabouts());
        reach(cause);
    }

    TaskState(TaskState other) {
        version = other.version;
        position = other.position;
        happenedAt = other.happenedAt;
        event = other.event;
        actor = other.actor;
        importedActor = other.importedActor;
        via = other.via;
        actionId = other.actionId;
        owner = other.owner;
        workspaceId = other.workspaceId;
        listId = other.listId;
        place = other.place;
        priority = other.priority;
        dueDate = other.dueDate;
        dueTime = other.dueTime;
        assignee = other.assignee;
        completedAt = other.completedAt;
        deletedAt = other.deletedAt;
        shareCount = other.shareCount;
        commentCount = other.commentCount;
        createdAt = other.createdAt;
        updatedAt = other.updatedAt;
        wording = other.wording;
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected TaskState() {}

    static <E extends TaskState> List<Column<E>> columns() {
        return List.of(
                one("version", BIGINT, row -> row.version()),
                one("position", BIGINT, row -> row.position()),
                one("happened_at", TIMESTAMPTZ, row -> row.happenedAt),
                one("event", TEXT, row -> row.event),
                one("actor", TEXT, row -> row.actor),
                one("imported_actor", TEXT, row -> row.importedActor),
                one("via", TEXT, row -> row.via),
                one("action_id", TEXT, row -> row.actionId),
                one("owner", TEXT, row -> row.owner()),
                one("workspace_id", TEXT, row -> row.workspaceId),
                one("list_id", TEXT, row -> row.listId),
                one("place", TEXT, row -> row.place),
                one("priority", SMALLINT, row -> row.priority),
                one("due_date", DATE, row -> row.dueDate),
                one("due_time", TIME, row -> row.dueTime),
                one("assignee", TEXT, row -> row.assignee),
                one("completed_at", TIMESTAMPTZ, row -> row.completedAt),
                one("deleted_at", TIMESTAMPTZ, row -> row.deletedAt),
                one("share_count", BIGINT, row -> row.shareCount),
                one("comment_count", BIGINT, row -> row.commentCount),
                one("created_at", TIMESTAMPTZ, row -> row.createdAt),
                one("updated_at", TIMESTAMPTZ, row -> row.updatedAt),
                one("wording", TEXT, row -> row.wording()));
    }

    private static <E extends TaskState> Column<E> one(
            String name, ColumnType type, Function<TaskState, @Nullable Object> value) {
        return RowForm.column(name, type, value::apply);
    }

    /** Becomes what the next event makes of it. A kind of event that is new does not compile before it is in here. */
    final void become(TaskEvent next, Cause cause) {
        switch (next) {
            case TaskCreated _, TaskPurged _ -> throw new IllegalArgumentException("makes no next version: " + next);
            case TaskEdited edited -> edit(edited);
            case TaskCompleted _ -> completedAt = cause.at();
            case TaskReopened _ -> completedAt = null;
            case TaskDeleted _ -> deletedAt = cause.at();
            case TaskRestored _ -> deletedAt = null;
            case TaskAssigned(var _, var person) ->
                assignee = person.to() == null ? null : person.to().text();
            case TaskMoved moved -> stand(moved.home().to());
            case TaskTransferred transferred -> stand(transferred.home().to());
            case SharingEvent.TaskShared _ -> shareCount++;
            case SharingEvent.ShareRevoked _, SharingEvent.TaskLeft _ -> shareCount--;
            case CommentEvent.CommentAdded _, CommentEvent.CommentRestored _ -> commentCount++;
            case CommentEvent.CommentDeleted _ -> commentCount--;
            case SharingEvent.PermissionChanged _,
                    CommentEvent.CommentEdited _,
                    FileEvent _,
                    ReminderEvent _,
                    VersionNamed _ -> {}
        }
        // Reminders are each person's own, and names are of versions.
        if (!(next instanceof ReminderEvent || next instanceof VersionNamed)) {
            updatedAt = cause.at();
        }
        reach(cause);
    }

    private void edit(TaskEdited edited) {
        if (edited.priority() != null) {
            priority = (short) edited.priority().to().rank();
        }
        if (edited.dueDate() != null) {
            dueDate = edited.dueDate().to();
        }
        if (edited.dueTime() != null) {
            dueTime = edited.dueTime().to();
        }
    }

    private void stand(TaskHome home) {
        workspaceId = home.workspaceId().text();
        listId = home.listId().text();
        place = home.place().text();
    }

    private void reach(Cause cause) {
        version = cause.version();
        position = cause.position();
        happenedAt = cause.at();
        event = cause.event();
        actor = cause.actor();
        importedActor = cause.importedActor();
        via = cause.via();
        actionId = cause.actionId();
    }

    final void reword(String texts) {
        wording = texts;
    }

    long version() {
        return version;
    }

    long position() {
        return position;
    }

    String owner() {
        return owner;
    }

    String wording() {
        return wording;
    }
}
