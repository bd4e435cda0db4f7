package io.taskledger.query.history;

import java.util.List;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.Actor;
import io.taskledger.messages.history.ChangeMark;
import io.taskledger.messages.history.HistoryQuery.MarkChanges;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.PastReaders;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When something happened: what a slider over the past shows, and where its buttons lead. */
@Component
class ChangeMarks {

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final PastReaders readers;

    ChangeMarks(JdbcClient jdbc, LiveVersions live, PastReaders readers) {
        this.jdbc = jdbc;
        this.live = live;
        this.readers = readers;
    }

    @QueryHandler
    List<ChangeMark> handle(MarkChanges query, Actor actor) {
        var mayBeTold = readers.condition(actor);
        var schema = live.of(Projection.HISTORY).schema();
        var of = StepQueries.of(query.of(), actor);
        return jdbc.sql("""
            with step as (
              select v.happened_at, ntile(:parts) over (order by v.happened_at) as part
              from %1$s.version v
              left join %1$s.past p on p.task_id = v.task_id and p.version = v.version - 1
              where %2$s
                and %3$s
                and v.happened_at between :from and :to)
            select min(s.happened_at) as first, max(s.happened_at) as last, count(*) as steps
            from step s
            group by s.part
            order by first""".formatted(schema, of.condition().formatted(schema), mayBeTold.sql()))
                .param("of", of.value())
                .param("from", StepQueries.utc(query.from(), StepQueries.FIRST))
                .param("to", StepQueries.utc(query.to(), StepQueries.LAST))
                .param("parts", query.parts())
                .params(mayBeTold.parameters())
                .query((row, index) -> new ChangeMark(
                        Timestamps.instant(row, "first"), Timestamps.instant(row, "last"), row.getLong("steps")))
                .list();
    }
}
