package io.taskledger.query.rebuild;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.taskledger.ledger.LedgerRanges;
import io.taskledger.ledger.LedgerRanges.Extent;
import io.taskledger.ledger.LedgerRanges.Share;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions.Version;

/**
 * Folds a whole projection up to a position. Ranges of the ledger are read and deserialised side by side, then folded in
 * the ledger's order. Where the rows would not fit into memory, the streams are divided and the ledger read again for each
 * share of them.
 */
final class Fold<E> {

    private final ReadModel<E> model;
    private final LedgerRanges ledger;
    private final Pace pace;
    private final Course course;
    private final Set<Long> skipped;
    private final Map<String, Long> asideFrom;

    Fold(
            ReadModel<E> model,
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
    record Made(long rows, List<Folding.Stranded> stranded) {}

    /** Fills the tables of a version. */
    Made into(Version version, DataSource lasting, Extent extent, long upTo) {
        var writing = new RowWriting<>(model.form(), lasting, version);
        var passes = pace.passes(extent);
        var rows = 0L;
        var stranded = new ArrayList<Folding.Stranded>();
        for (int pass = 0; pass < passes; pass++) {
            var folding = pass(new Share(model.streamTypes(), pass, passes), upTo);
            rows += write(folding, writing);
            stranded.addAll(folding.stranded());
        }
        return new Made(rows, stranded);
    }

    private Folding<E> pass(Share share, long upTo) {
        var folding = new Folding<>(model, ledger, skipped, asideFrom);
        var turns = new Turns();
        var ranges = new AtomicLong();
        SideBySide.run(Collections.nCopies(pace.workers(), () -> {
            try (var reader = ledger.reader(share)) {
                for (var range = ranges.getAndIncrement(); range * pace.batch() < upTo; range = ranges.getAndIncrement()) {
                    course.checkpoint();
                    var from = range * pace.batch();
                    var events = reader.read(from, Math.min(from + pace.batch(), upTo));
                    events.forEach(folding::prepare);
                    turns.take(range, () -> events.forEach(folding::on));
                    course.advance(events.size());
                }
            }
        }));
        return folding;
    }

    /** In slices that follow each other in the order that readers like. */
    private long write(Folding<E> folding, RowWriting<E> writing) {
        var rows = folding.rows().sorted(model.form().locality());
        var slice = Math.max(1, Math.ceilDiv(rows.size(), pace.workers()));
        SideBySide.run(IntStream.range(0, Math.ceilDiv(rows.size(), slice))
                .mapToObj(number -> rows.subList(number * slice, Math.min((number + 1) * slice, rows.size())))
                .<SideBySide.Work>map(own -> () -> {
                    course.checkpoint();
                    writing.write(own);
                })
                .toList());
        return rows.size();
    }
}
