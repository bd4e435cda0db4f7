package io.taskledger.query.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.HistoryRejection.BeforeTheStart;
import io.taskledger.messages.history.HistoryRejection.StillToCome;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions held at a moment. */
@Component
class Moments {

    /** Imported tasks may be older than the ledger: asked for only where {@code :at} is. */
    private static final String BOUNDS = """
            select clock_timestamp() as now, first.position, first.recorded_at,
              case when first.happened_at <= :at then first.happened_at
                else least(first.happened_at, (select min(t.created_at) from %1$s.task t)) end as happened_at,
              (select max(l.position) from ledger.event l) as head
            from (select l.position, l.recorded_at, l.happened_at from ledger.event l order by l.position limit 1) first""";

    /**
     * The last position that was recorded by {@code :at}, found by halving: positions and clock go the same way, but for
     * appends within the same microseconds, so that no index has to be kept for this.
     */
    private static final String POSITION_AT = """
            with recursive halving (low, high) as (
              select 0::bigint, (select max(l.position) from ledger.event l)
              union all
              select
                case when e.recorded_at <= :at then e.position else h.low end,
                case when e.recorded_at <= :at then h.high else h.middle - 1 end
              from (select low, high, (low + high + 1) / 2 as middle from halving where low < high) h
              left join lateral (
                select l.position, l.recorded_at
                from ledger.event l
                where l.position between h.middle and h.high
                order by l.position
                limit 1) e on true)
            select low from halving where low = high""";

    private final JdbcClient jdbc;
    private final LiveVersions live;

    Moments(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /**
     * A condition on rows called {@code v} of the versions.
     *
     * @param parameter what it wants as {@code :moment}
     */
    record Held(String sql, Object parameter) {
        /** The same of entries called {@code e} that are there from when they happened on. */
        String ofEntries() {
            return isByTime() ? "e.happened_at <= :moment" : "e.position <= :moment";
        }

        /** That the task of a row called {@code h}, its latest version, was there. */
        String wasThere() {
            return isByTime() ? "h.created_at <= :moment" : "h.began <= :moment";
        }

        /** That it has changed since. */
        String changedSince() {
            return isByTime() ? "h.happened_at > :moment" : "h.position > :moment";
        }

        /** Which of the rows called {@code p}, versions of one task that are over; in the order in which an index has them. */
        String past() {
            return isByTime()
                    ? "p.until_at > :moment and p.happened_at <= :moment order by p.until_at"
                    : "p.until_position > :moment and p.position <= :moment order by p.until_position";
        }

        private boolean isByTime() {
            return parameter instanceof OffsetDateTime;
        }
    }

    /** @throws CommandRejected where the moment is none that can be told of */
    Held held(PastMoment moment) {
        require(moment);
        return switch (moment) {
            case PastMoment.Happened(var at) ->
                new Held("v.happened_at <= :moment and v.until_at > :moment", Timestamps.utc(at));
            case PastMoment.Recorded(var at) -> heldAt(position(at));
            case PastMoment.Position(var position) -> heldAt(position);
        };
    }

    /** How far an answer goes that is given now. */
    AsOf now() {
        return jdbc.sql("""
                        select clock_timestamp() as now, coalesce(max(l.position), 0) as head from ledger.event l""")
                .query((row, index) -> new AsOf(Timestamps.instant(row, "now"), row.getLong("head")))
                .single();
    }

    /**
     * How far an answer goes that tells of then: an import may tell of any time, so that by when things happened all that
     * the ledger has counts.
     *
     * @throws CommandRejected where the moment is none that can be told of
     */
    AsOf then(PastMoment moment) {
        var bounds = require(moment);
        return switch (moment) {
            case PastMoment.Happened(var at) ->
                new AsOf(at, bounds.map(Bounds::head).orElse(0L));
            case PastMoment.Recorded(var at) -> new AsOf(at, position(at));
            case PastMoment.Position(var position) -> new AsOf(recorded(position), position);
        };
    }

    private Instant recorded(long position) {
        return jdbc.sql("""
                        select l.recorded_at from ledger.event l
                        where l.position <= :position
                        order by l.position desc
                        limit 1""")
                .param("position", position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Held heldAt(long position) {
        return new Held("v.position <= :moment and v.until_position > :moment", position);
    }

    private long position(Instant recorded) {
        return jdbc.sql(POSITION_AT)
                .param("at", Timestamps.utc(recorded))
                .query(Long.class)
                .single();
    }

    /** @return empty while the ledger is */
    private Optional<Bounds> require(PastMoment moment) {
        var bounds = jdbc.sql(inLiveSchema(BOUNDS))
                .param("at", moment instanceof PastMoment.Happened(var at) ? Timestamps.utc(at) : OffsetDateTime.MAX)
                .query((row, index) -> new Bounds(
                        Timestamps.instant(row, "now"),
                        Timestamps.instant(row, "happened_at"),
                        Timestamps.instant(row, "recorded_at"),
                        row.getLong("position"),
                        row.getLong("head")))
                .optional();
        bounds.ifPresent(those -> those.require(moment));
        return bounds;
    }

    private String inLiveSchema(String sql) {
        return sql.formatted(live.of(Projection.HISTORY).schema());
    }

    /** Of what the ledger holds; none while it is empty. */
    private record Bounds(Instant now, Instant happened, Instant recorded, long position, long head) {

        void require(PastMoment moment) {
            switch (moment) {
                case PastMoment.Happened(var at) ->
                    require(moment, at.isAfter(now), at.isBefore(happened), new PastMoment.Happened(happened));
                case PastMoment.Recorded(var at) ->
                    require(moment, at.isAfter(now), at.isBefore(recorded), new PastMoment.Recorded(recorded));
                case PastMoment.Position(var asked) ->
                    require(moment, asked > head, asked < position, new PastMoment.Position(position));
            }
        }

        private static void require(PastMoment moment, boolean toCome, boolean tooEarly, PastMoment start) {
            if (toCome) {
                throw new CommandRejected(new StillToCome(moment));
            }
            if (tooEarly) {
                throw new CommandRejected(new BeforeTheStart(moment, start));
            }
        }
    }
}
