package io.taskledger.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.DATE;
import static io.taskledger.query.projection.ColumnType.SMALLINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TEXT_ARRAY;
import static io.taskledger.query.projection.ColumnType.TIME;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code projection/tasks.sql}. */
@Entity
@Table(name = "task", schema = Projection.TASKS)
class TaskEntity {

    /** The order in which people read: each owner's tasks by age. */
    static final RowForm<TaskEntity> FORM = new RowForm<>(
            TaskEntity.class,
            "task",
            List.of(
                    column("id", TEXT, task -> task.id),
                    column("owner", TEXT, task -> task.owner),
                    column("workspace_id", TEXT, task -> task.workspaceId),
                    column("list_id", TEXT, task -> task.listId),
                    column("place", TEXT, task -> task.place),
                    column("title", TEXT, task -> task.title),
                    column("description", TEXT, task -> task.description),
                    column("priority", SMALLINT, task -> task.priority),
                    column("due_date", DATE, task -> task.dueDate),
                    column("due_time", TIME, task -> task.dueTime),
                    column("tags", TEXT_ARRAY, task -> task.tags),
                    column("assignee", TEXT, task -> task.assignee),
                    column("completed_at", TIMESTAMPTZ, task -> task.completedAt),
                    column("deleted_at", TIMESTAMPTZ, task -> task.deletedAt),
                    column("share_count", BIGINT, task -> task.shareCount),
                    column("comment_count", BIGINT, task -> task.commentCount),
                    column("reminder_count", BIGINT, task -> task.reminderCount),
                    column("created_at", TIMESTAMPTZ, task -> task.createdAt),
                    column("updated_at", TIMESTAMPTZ, task -> task.updatedAt),
                    column("version", BIGINT, task -> task.version),
                    column("position", BIGINT, task -> task.position)),
            "id",
            Optional.of("owner"),
            Comparator.comparing((TaskEntity task) -> task.owner).thenComparing(task -> task.createdAt));

    @Id
    private String id;

    private String owner;
    private String workspaceId;
    private String listId;
    private String place;
    private String title;
    private @Nullable String description;
    private short priority;
    private @Nullable LocalDate dueDate;
    private @Nullable LocalTime dueTime;
    private List<String> tags;
    private @Nullable String assignee;
    private @Nullable Instant completedAt;
    private @Nullable Instant deletedAt;
    private long shareCount;
    private long commentCount;
    private long reminderCount;
    private Instant createdAt;
    private Instant updatedAt;
    private long version;
    private long position;

    @Column(insertable = false, updatable = false)
    private String titleOrder;

    @Column(insertable = false, updatable = false)
    private LocalDate dueOrder;

    @Column(insertable = false, updatable = false)
    private boolean completed;

    // The columns that the database makes are null until the row is read.
    @SuppressWarnings("NullAway.Init")
    TaskEntity(TaskCreated event, Moment moment) {
        id = event.taskId().text();
        owner = event.owner().text();
        title = event.title();
        description = event.description();
        priority = (short) event.priority().rank();
        dueDate = event.dueDate();
        dueTime = event.dueTime();
        tags = new ArrayList<>(event.tags());
        createdAt = moment.at();
        stand(event.whereabouts());
        touch(moment);
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected TaskEntity() {}

    void edit(TaskEdited event) {
        if (event.title() != null) {
            title = event.title().to();
        }
        if (event.description() != null) {
            description = event.description().to();
        }
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
            tags = new ArrayList<>(event.tags().to());
        }
    }

    /** @param at null for a task that is open again */
    void completed(@Nullable Instant at) {
        completedAt = at;
    }

    /** @param since null for a task that is out of the trash again */
    void deleted(@Nullable Instant since) {
        deletedAt = since;
    }

    void assigned(@Nullable UserId person) {
        assignee = person == null ? null : person.text();
    }

    final void stand(TaskHome home) {
        workspaceId = home.workspaceId().text();
        listId = home.listId().text();
        place = home.place().text();
    }

    void transferred(TaskTransferred event) {
        stand(event.home().to());
        title = event.title();
        description = event.description();
        tags = new ArrayList<>(event.tags());
    }

    /** @param more how many, negative for fewer */
    void shares(int more) {
        shareCount += more;
    }

    /** @param more how many, negative for fewer */
    void comments(int more) {
        commentCount += more;
    }

    /** @param more how many, negative for fewer */
    void reminders(int more) {
        reminderCount += more;
    }

    final void touch(Moment moment) {
        updatedAt = moment.at();
        pass(moment);
    }

    /** Reflects an event that is no concern of those who see the task. */
    final void pass(Moment moment) {
        version = moment.version();
        position = moment.position();
    }

    /** Whether the row reflects the event at this position already. */
    boolean reflects(Moment moment) {
        return position >= moment.position();
    }

    String id() {
        return id;
    }

    String owner() {
        return owner;
    }

    Instant createdAt() {
        return createdAt;
    }

    String title() {
        return title;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    List<String> tags() {
        return tags;
    }

    boolean isInTrash() {
        return deletedAt != null;
    }

    Place place() {
        return new Place(place);
    }

    WorkspaceId workspace() {
        return new WorkspaceId(workspaceId);
    }

    @Nullable
    String assignee() {
        return assignee;
    }

    boolean hasReminders() {
        return reminderCount > 0;
    }

    /** Null where nobody needs to be reminded of it: without a due date, done, or in the trash. */
    @Nullable
    Due due() {
        return dueDate == null || completedAt != null || deletedAt != null ? null : new Due(dueDate, dueTime);
    }

    /** @param time null for the end of the day */
    record Due(LocalDate date, @Nullable LocalTime time) {}

    boolean hasComments() {
        return commentCount > 0;
    }
}
