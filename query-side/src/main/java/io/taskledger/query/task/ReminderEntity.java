package io.taskledger.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.Reminder.BeforeTime;
import io.taskledger.messages.task.Reminder.OnDay;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.task.TaskEntity.Due;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.DATE;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIME;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code projection/tasks.sql}: when somebody wants to be reminded of a task. */
@Entity
@Table(name = "reminder", schema = Projection.TASKS)
class ReminderEntity {

    static final RowForm<ReminderEntity> FORM = new RowForm<>(
            ReminderEntity.class,
            "reminder",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("task_id", TEXT, row -> row.taskId),
                    column("user_id", TEXT, row -> row.userId),
                    column("minutes_before", BIGINT, row -> row.minutesBefore),
                    column("days_before", BIGINT, row -> row.daysBefore),
                    column("at_time", TIME, row -> row.atTime),
                    column("set_at", TIMESTAMPTZ, row -> row.setAt),
                    column("told_date", DATE, row -> row.toldDate),
                    column("told_time", TIME, row -> row.toldTime),
                    column("calls_at", TIMESTAMPTZ, row -> row.callsAt),
                    column("position", BIGINT, row -> row.position)),
            "task_id",
            Optional.empty(),
            Comparator.comparing(row -> row.id));

    @Id
    private String id;

    private String taskId;
    private String userId;
    private @Nullable Long minutesBefore;
    private @Nullable Long daysBefore;
    private @Nullable LocalTime atTime;
    private Instant setAt;
    private @Nullable LocalDate toldDate;
    private @Nullable LocalTime toldTime;
    private @Nullable Instant callsAt;
    private long position;

    ReminderEntity(ReminderSet event, Moment moment) {
        id = event.reminderId().text();
        taskId = event.taskId().text();
        userId = event.who().text();
        setAt = moment.at();
        position = moment.position();
        minutesBefore = event.reminder() instanceof BeforeTime before ? (long) before.minutes() : null;
        daysBefore = event.reminder() instanceof OnDay day ? (long) day.daysBefore() : null;
        atTime = event.reminder() instanceof OnDay day ? day.at() : null;
    }

    /** @param due null where the task is not due */
    void follow(@Nullable Due due) {
        var told = due != null && due.date().equals(toldDate) && Objects.equals(due.time(), toldTime);
        callsAt = due == null || told ? null : notBefore(when().callsAt(due.date(), due.time(), ZoneOffset.UTC));
    }

    /** A due date may be of any year. JDBC tells the days of those before 1582 by another calendar; nothing calls then. */
    private static Instant notBefore(Instant calls) {
        return calls.isBefore(Instant.EPOCH) ? Instant.EPOCH : calls;
    }

    void told(Reminded event) {
        toldDate = event.dueDate();
        toldTime = event.dueTime();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ReminderEntity() {}

    TaskReminder reminder() {
        return new TaskReminder(new ReminderId(id), when(), setAt);
    }

    private Reminder when() {
        return minutesBefore == null
                ? new OnDay(Math.toIntExact(Objects.requireNonNull(daysBefore)), Objects.requireNonNull(atTime))
                : new BeforeTime(Math.toIntExact(minutesBefore));
    }
}
