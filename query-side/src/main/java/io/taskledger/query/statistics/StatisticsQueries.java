package io.taskledger.query.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.DayStatistics;
import io.taskledger.messages.task.StatisticsQuery.CountByDay;
import io.taskledger.messages.task.StatisticsQuery.SumUpOwnTasks;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.query.account.UserZones;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.Overdue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person is told of their tasks in figures: counted when it is asked, so that it is never out of date. */
@Component
class StatisticsQueries {

    /** The owner's tasks that are not in the trash, where the owner may still look. */
    private static final String OWN = """
            t.owner = :actor and not t.in_trash
              and (t.team is null
                or t.team in (select m.workspace_id from %1$s.member m where m.user_id = :actor))""";

    private static final String SUMS =
            "select sums.*, comments.comments from (" + Sums.sql("%1$s.task t where " + OWN, "shares") + """
            ) sums, (
              select count(*) as comments
              from %1$s.comment c
              where c.author = :actor
                and not exists (select from %1$s.task t where t.id = c.task_id and t.in_trash)) comments""";

    private static final String DAYS = """
            select day, sum(created)::bigint as created, sum(completed)::bigint as completed
            from (
              select (t.created_at at time zone :zone)::date as day, 1 as created, 0 as completed
              from %%1$s.task t
              where %1$s and t.created_at >= :start and t.created_at < :end
              union all
              select (t.completed_at at time zone :zone)::date, 0, 1
              from %%1$s.task t
              where %1$s and t.completed_at >= :start and t.completed_at < :end
              union all
              select day::date, 0, 0 from generate_series(:from::date, :to::date, interval '1 day') day) days
            group by day
            order by day""".formatted(OWN);

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final UserZones zones;

    StatisticsQueries(JdbcClient jdbc, LiveVersions live, UserZones zones) {
        this.jdbc = jdbc;
        this.live = live;
        this.zones = zones;
    }

    @QueryHandler
    Optional<TaskStatistics> handle(SumUpTasks query, Actor actor) {
        return Optional.of(sums(actor, query.now()));
    }

    @QueryHandler
    Optional<TaskStatistics> handle(SumUpOwnTasks query, Actor actor) {
        var zone = zones.of(actor.userId()).orElse(query.otherwise());
        return Optional.of(sums(actor, LocalDateTime.ofInstant(query.now(), zone)));
    }

    private TaskStatistics sums(Actor actor, LocalDateTime now) {
        return jdbc.sql(inLiveSchema(SUMS))
                .param("actor", actor.userId().text())
                .params(Overdue.parameters(now))
                .query((row, index) -> Sums.of(row, row.getLong("comments")))
                .single();
    }

    @QueryHandler
    List<DayStatistics> handle(CountByDay query, Actor actor) {
        return jdbc.sql(inLiveSchema(DAYS))
                .param("actor", actor.userId().text())
                .param("zone", query.zone().getId())
                .param("start", beginning(query.from(), query.zone()))
                .param("end", beginning(query.to().plusDays(1), query.zone()))
                .param("from", query.from())
                .param("to", query.to())
                .query((row, index) -> new DayStatistics(
                        row.getObject("day", LocalDate.class), row.getLong("created"), row.getLong("completed")))
                .list();
    }

    private static OffsetDateTime beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    private String inLiveSchema(String sql) {
        return sql.formatted(live.of(Projection.STATISTICS).schema());
    }
}
