package io.taskledger.query.rebuild;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.taskledger.ledger.LedgerCheck;
import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.history.HistoryRejection.BeforeTheStart;
import io.taskledger.messages.history.HistoryRejection.StillToCome;
import io.taskledger.messages.history.LedgerReplay;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.query.projection.ReadModel;

/**
 * Folds the whole ledger once more, through every projection's own handlers, and changes nothing: no version is made, no
 * event written. So two replays of one ledger end with the same digest.
 */
public final class Replay {

    private final Workshop workshop;
    private final List<ReadModel> models;

    public Replay(Workshop workshop, List<ReadModel> models) {
        this.workshop = workshop;
        this.models = models;
    }

    /** Is told how a replay goes on: events of the ledger and of each projection's fold. */
    @FunctionalInterface
    public interface Watching {
        void told(long done, long total);
    }

    /** The last position that is settled. */
    public long end() {
        return workshop.engine().settledPosition();
    }

    /**
     * The position that a replay up to a moment goes to.
     *
     * @throws CommandRejected where it is still to come, or nothing was recorded by then
     */
    public long position(PastMoment upTo) {
        var position = switch (upTo) {
            case PastMoment.Position(var asked) -> asked;
            case PastMoment.Recorded(var at) -> recordedBy(at, upTo);
            case PastMoment.Happened _ ->
                throw new IllegalArgumentException("events are replayed as they were recorded");
        };
        if (position > end()) {
            throw new CommandRejected(new StillToCome(upTo));
        }
        if (position < 1) {
            throw new CommandRejected(new BeforeTheStart(upTo, start(upTo)));
        }
        return position;
    }

    private long recordedBy(Instant at, PastMoment upTo) {
        if (at.isAfter(moment("select clock_timestamp()").orElseThrow())) {
            throw new CommandRejected(new StillToCome(upTo));
        }
        // That instant included; PostgreSQL's clock counts microseconds.
        var token = workshop.engine()
                .createTokenAt(at.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS));
        return token.position().orElse(0);
    }

    private PastMoment start(PastMoment asked) {
        var recorded = moment("select recorded_at from ledger.event order by position limit 1");
        return asked instanceof PastMoment.Recorded && recorded.isPresent()
                ? new PastMoment.Recorded(recorded.get())
                : new PastMoment.Position(1);
    }

    private Optional<Instant> moment(String sql) {
        return workshop.jdbc()
                .sql(sql)
                .query((row, index) -> Timestamps.instant(row, 1))
                .optional();
    }

    /**
     * Replays.
     *
     * @param asked the position up to which; empty for all there is, which is compared with what is live
     */
    public LedgerReplay run(OptionalLong asked, Watching watching) {
        var end = asked.orElseGet(this::end);
        var ledger = workshop.ledger();
        var folds = models.stream()
                .map(model -> new ProjectionReplay(
                        workshop, model, ledger.extent(model.streamTypes(), model.partTypes(), end)))
                .toList();
        var check = new LedgerCheck(workshop.engine(), workshop.lasting());
        var everything = ledger.count(end);
        var total = everything
                + folds.stream().mapToLong(ProjectionReplay::expected).sum();
        var found = check.upTo(end, read -> watching.told(read, total));
        var done = everything;
        var replayed = new ArrayList<LedgerReplay.Replayed>();
        for (var fold : folds) {
            replayed.add(asked.isPresent() ? fold.upTo(end) : fold.compared(end));
            done += fold.expected();
            watching.told(done, total);
        }
        return new LedgerReplay(
                end,
                found.events(),
                found.streams(),
                found.sha256(),
                found.faultCount(),
                found.faults().stream()
                        .map(fault -> new LedgerReplay.Fault(fault.position(), fault.stream(), fault.what()))
                        .toList(),
                replayed);
    }
}
