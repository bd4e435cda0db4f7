package io.taskledger.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import io.taskledger.ledger.LedgerCheck;
import io.taskledger.messages.history.LedgerReplay;
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

    /** The last position that the ledger had recorded by then, that instant included; 0 where it had none. */
    public long positionAt(Instant recorded) {
        var after = recorded.plus(Duration.ofNanos(1_000)); // PostgreSQL's clock counts microseconds
        return workshop.engine().createTokenAt(after).position().orElse(0);
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
            replayed.add(asked.isPresent() ? fold.upTo(end) : fold.compared());
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
