package io.taskledger.query.rebuild;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.taskledger.ledger.LedgerRanges;
import io.taskledger.ledger.LedgerRanges.Extent;
import io.taskledger.ledger.LedgerRanges.Share;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions.Version;
import io.taskledger.query.rebuild.Folding.Stranded;
import io.taskledger.query.rebuild.SideBySide.Work;

/**
 * Folds a whole projection up to a position: ranges of the ledger side by side, each stream in the ledger's order. Where
 * the rows would not fit into memory, the streams are divided and the ledger is read again for each share of them.
 */
final class Fold {

    private final ReadModel model;
    private final LedgerRanges ledger;
    private final Pace pace;
    private final Course course;
    private final Set<Long> skipped;
    private final Map<String, Long> asideFrom;

    Fold(
            ReadModel model,
            LedgerRanges ledger,
            Pace pace,
            Course course,
            Set<Long> skipped,
            Map<String, Long> asideFrom) {
        this.model = model;
        this.ledger = ledger;
        this.pace = pace;
        this.course = course;
        this.skipped = skipped;
        this.asideFrom = asideFrom;
    }

    /**
     * What a fold made.
     *
     * @param stranded of each stream in the ledger's order
     */
    record Made(long rows, List<Stranded> stranded) {}

    /** Fills the tables of a version. */
    Made into(Version version, DataSource lasting, Extent extent, long upTo) {
        var writing = new RowWriting(model, lasting, version);
        var rows = new AtomicLong();
        var stranded = through(extent, upTo, lanes -> {
            var events = (course.done() - course.written()) / lanes.all().size();
            SideBySide.run(lanes.all().stream()
                    .<Work>map(lane -> () -> {
                        course.checkpoint();
                        rows.addAndGet(writing.write(lane, upTo));
                        course.write(events);
                    })
                    .toList());
        });
        return new Made(rows.get(), stranded);
    }

    /**
     * Folds share after share; the rows of each are forgotten once they were handed on.
     *
     * @return what could not be handled, of each stream in the ledger's order
     */
    List<Stranded> through(Extent extent, long upTo, Consumer<Lanes> each) {
        var passes = pace.passes(extent, model);
        var stranded = new ArrayList<Stranded>();
        for (int pass = 0; pass < passes; pass++) {
            var lanes = lanes();
            pass(new Share(model.streamTypes(), pass, passes), upTo, lanes);
            each.accept(lanes);
            lanes.all().forEach(lane -> stranded.addAll(lane.stranded()));
        }
        return stranded;
    }

    private Lanes lanes() {
        return new Lanes(pace.workers(), () -> new Folding(model, ledger, skipped, asideFrom));
    }

    private void pass(Share share, long upTo, Lanes lanes) {
        var ranges = new AtomicLong();
        SideBySide.run(Collections.nCopies(pace.workers(), () -> {
            try (var reader = ledger.reader(share)) {
                var range = ranges.getAndIncrement();
                for (var after = range * pace.batch(); after < upTo; after = range * pace.batch()) {
                    course.checkpoint();
                    var events = reader.read(after, Math.min(after + pace.batch(), upTo));
                    lanes.fold(range, events);
                    course.advance(events.size());
                    range = ranges.getAndIncrement();
                }
            } catch (RuntimeException | Error | InterruptedException failed) {
                lanes.end();
                throw failed;
            }
        }));
    }
}
