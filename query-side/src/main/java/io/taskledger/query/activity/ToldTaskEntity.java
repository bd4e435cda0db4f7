package io.taskledger.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.BOOLEAN;
import static io.taskledger.query.projection.ColumnType.DATE;
import static io.taskledger.query.projection.ColumnType.SMALLINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TEXT_ARRAY;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code task} in {@code projection/activity.sql}: of deleted tasks too, for there are entries on those. */
@Entity
@Table(name = "task", schema = Projection.ACTIVITY)
class ToldTaskEntity {

    static final RowForm<ToldTaskEntity> FORM = new RowForm<>(
            ToldTaskEntity.class,
            "task",
            List.of(
                    column("id", TEXT, task -> task.id),
                    column("owner", TEXT, task -> task.owner),
                    column("workspace_id", TEXT, task -> task.workspaceId),
                    column("subject", TEXT, task -> task.subject),
                    column("title", TEXT, task -> task.title),
                    column("priority", SMALLINT, task -> task.priority),
                    column("due_date", DATE, task -> task.dueDate),
                    column("tags", TEXT_ARRAY, task -> task.tags),
                    column("completed", BOOLEAN, task -> task.completed),
                    column("in_trash", BOOLEAN, task -> task.inTrash),
                    column("open_entry", TEXT, task -> task.openEntry),
                    column("open_action", TEXT, task -> task.openAction),
                    column("position", BIGINT, task -> task.position)),
            "id",
            Optional.of("owner"),
            Comparator.comparing((ToldTaskEntity task) -> task.workspaceId).thenComparing(task -> task.id));

    @Id
    private String id;

    private String owner;
    private String workspaceId;
    private String subject;
    private String title;
    private short priority;
    private @Nullable LocalDate dueDate;
    private List<String> tags;
    private boolean completed;
    private boolean inTrash;
    private @Nullable String openEntry;
    private @Nullable String openAction;
    private long position;

    ToldTaskEntity(TaskCreated event, long position) {
        id = event.taskId().text();
        owner = event.owner().text();
        workspaceId = event.whereabouts().workspaceId().text();
        subject = event.subject().text();
        title = event.title();
        priority = (short) event.priority().rank();
        dueDate = event.dueDate();
        tags = new ArrayList<>(event.tags());
        this.position = position;
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ToldTaskEntity() {}

    void edit(TaskEdited event) {
        if (event.title() != null) {
            title = event.title().to();
        }
        if (event.priority() != null) {
            priority = (short) event.priority().to().rank();
        }
        if (event.dueDate() != null) {
            dueDate = event.dueDate().to();
        }
        if (event.tags() != null) {
            tags = new ArrayList<>(event.tags().to());
        }
    }

    void complete(boolean done) {
        completed = done;
    }

    void transfer(TaskTransferred event) {
        workspaceId = event.home().to().workspaceId().text();
        subject = event.subject().text();
        title = event.title();
        tags = new ArrayList<>(event.tags());
    }

    void trash(boolean in) {
        inTrash = in;
    }

    /** Further changes by the same action belong to this entry. */
    void open(ActivityEntity entry, @Nullable String action) {
        openEntry = action == null ? null : entry.id();
        openAction = action;
    }

    void closeEntry() {
        openEntry = null;
        openAction = null;
    }

    /** The entry that a change by this action belongs to. */
    Optional<String> openedBy(@Nullable String action) {
        return action != null && action.equals(openAction) ? Optional.ofNullable(openEntry) : Optional.empty();
    }

    void touch(long at) {
        position = at;
    }

    /** Whether the event at this position is told already. */
    boolean reflects(long at) {
        return position >= at;
    }

    UserId owner() {
        return new UserId(owner);
    }

    String title() {
        return title;
    }

    /** What is told at its beginning and at its end. */
    Details values() {
        return Details.none()
                .with("title", title)
                .with("priority", Priority.ranked(priority))
                .with("completed", completed)
                .with("tags", tags)
                .with("due_date", dueDate);
    }

    /** @param ofTexts whose key protects the entry's own texts; null where it has none but the task's title */
    ActivityEntity.Scope scope(@Nullable String ofTexts) {
        return new ActivityEntity.Scope(owner, ofTexts, subject, id);
    }

    String subject() {
        return subject;
    }
}
