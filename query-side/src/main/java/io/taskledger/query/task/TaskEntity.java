package io.taskledger.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A row of {@code projection/tasks.sql}. */
@Entity
@Table(name = "task", schema = Projection.TASKS)
class TaskEntity implements Persistable<String> {

    @Id
    private String id;

    private String owner;
    private String title;
    private @Nullable String description;
    private short priority;
    private @Nullable LocalDate dueDate;
    private @Nullable LocalTime dueTime;
    private List<String> tags;
    private @Nullable Instant completedAt;
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

    @Transient
    private boolean fresh;

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
        fresh = true;
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

    final void touch(Moment moment) {
        updatedAt = moment.at();
        version = moment.version();
        position = moment.position();
    }

    /** Whether the row reflects the event at this position already. */
    boolean reflects(Moment moment) {
        return position >= moment.position();
    }

    TaskDetails details() {
        return new TaskDetails(
                new TaskId(id),
                new UserId(owner),
                title,
                description,
                Priority.ranked(priority),
                dueDate,
                dueTime,
                tags,
                completedAt,
                createdAt,
                updatedAt,
                version);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}
