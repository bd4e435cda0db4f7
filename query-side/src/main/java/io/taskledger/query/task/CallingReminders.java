package io.taskledger.query.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.task.CallingReminder;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.Reminder.BeforeTime;
import io.taskledger.messages.task.Reminder.OnDay;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.TaskQuery.ListCallingReminders;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.LiveVersions.NotFilledYet;
import io.taskledger.query.projection.Projection;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom it is time to remind. The rows know the time on the person's clock, an index finds those that may be meant, and
 * what that time is in the person's zone is found out here, by the rules of {@code java.time}.
 */
@Component
class CallingReminders {

    /** How long after a task was due somebody is still reminded of it: as when the product was down meanwhile. */
    private static final Duration LATEST = Duration.ofDays(1);

    /** No zone is further from UTC ({@link ZoneOffset#MAX}). */
    private static final Duration FURTHEST_ZONE = Duration.ofHours(18);

    /** No reminder comes longer before its task is due: 28 days, from the start of the day to the end of the due day. */
    private static final Duration EARLIEST = Duration.ofDays(29);

    private final JdbcClient jdbc;
    private final LiveVersions live;

    CallingReminders(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    @QueryHandler
    List<CallingReminder> handle(
            ListCallingReminders query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        if (actor != null) {
            return List.of();
        }
        var now = query.now();
        try (Stream<Candidate> candidates = jdbc
                .sql(candidates())
                .param("from", Timestamps.utc(now.minus(LATEST).minus(EARLIEST).minus(FURTHEST_ZONE)))
                .param("to", Timestamps.utc(now.plus(FURTHEST_ZONE)))
                .query(Candidate::of)
                .stream()) {
            return candidates
                    .filter(candidate -> candidate.callsAt(now))
                    .limit(query.limit())
                    .map(Candidate::calling)
                    .toList();
        } catch (NotFilledYet filling) {
            // What calls meanwhile is told a little later.
            return List.of();
        }
    }

    /** Of those only who see the task: it is theirs, or a team's to which they belong, or shared with them. */
    private String candidates() {
        return """
            select reminder.id, reminder.minutes_before, reminder.days_before, reminder.at_time,
                task.due_date, task.due_time, account.zone
            from %1$s.reminder
            join %1$s.task on task.id = reminder.task_id
            join %2$s.account on account.id = reminder.user_id
            where reminder.calls_at between :from and :to
              and (task.workspace_id = replace(reminder.user_id, 'user-', 'ws-')
                or exists (
                  select from %1$s.share
                  where share.task_id = reminder.task_id and share.user_id = reminder.user_id)
                or exists (
                  select from %3$s.member
                  where member.workspace_id = task.workspace_id and member.user_id = reminder.user_id))
            order by reminder.calls_at, reminder.id""".formatted(
                        live.of(Projection.TASKS).schema(),
                        live.of(Projection.ACCOUNTS).schema(),
                        live.of(Projection.WORKSPACES).schema());
    }

    private record Candidate(
            String id,
            Reminder reminder,
            LocalDate dueDate,
            @Nullable LocalTime dueTime,
            ZoneId zone) {

        static Candidate of(ResultSet row, int number) throws SQLException {
            var before = row.getObject("minutes_before", Long.class);
            var zone = row.getString("zone");
            return new Candidate(
                    row.getString("id"),
                    before == null
                            ? new OnDay(row.getInt("days_before"), row.getObject("at_time", LocalTime.class))
                            : new BeforeTime(Math.toIntExact(before)),
                    row.getObject("due_date", LocalDate.class),
                    row.getObject("due_time", LocalTime.class),
                    zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
        }

        boolean callsAt(Instant now) {
            return !reminder.callsAt(dueDate, dueTime, zone).isAfter(now)
                    && !Reminder.dueAt(dueDate, dueTime, zone).isBefore(now.minus(LATEST));
        }

        CallingReminder calling() {
            return new CallingReminder(new ReminderId(id), dueDate, dueTime);
        }
    }
}
