package io.taskledger.query.rebuild;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import javax.sql.DataSource;

import io.taskledger.ledger.LedgerRanges;
import io.taskledger.ledger.LedgerRanges.Share;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions.Version;
import org.jspecify.annotations.Nullable;

/** Folds a whole projection up to a position: the ledger's streams in parts, side by side, each from its first event. */
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
    record Made(long rows, List<Folding.Stranded> stranded) {}

    /** Fills the tables of a version; each part is written as soon as it is folded. */
    Made into(Version version, DataSource lasting, long upTo, int parts) {
        var made = inParts(parts, part -> {
            var folding = part(part, parts, upTo);
            course.checkpoint();
            var rows = 0L;
            try (var connection = lasting.getConnection()) {
                for (var form : model.tables()) {
                    rows += RowCopy.write(form, folding, connection, version.schema() + "." + form.table());
                }
            } catch (SQLException e) {
                throw new RebuildFailed("The rows could not be written: " + e.getMessage(), e);
            }
            return new Made(rows, folding.stranded());
        });
        return new Made(
                made.stream().mapToLong(Made::rows).sum(),
                made.stream().flatMap(one -> one.stranded().stream()).toList());
    }

    Folding part(int part, int parts, long upTo) {
        var folding = new Folding(model, ledger, skipped, asideFrom);
        var share = new Share(model.streamTypes(), part, parts);
        var position = 0L;
        var last = upTo == 0;
        while (!last) {
            course.checkpoint();
            var batch = ledger.read(share, position, upTo, pace.batch());
            batch.events().forEach(folding::on);
            course.advance(batch.events().size());
            position = batch.reached();
            last = batch.last();
        }
        return folding;
    }

    private <T> List<T> inParts(int parts, Function<Integer, T> work) {
        try (var workers = Executors.newFixedThreadPool(
                pace.workers(), Thread.ofPlatform().name("rebuild-", 0).daemon().factory())) {
            var running = new ArrayList<Future<T>>();
            for (int part = 0; part < parts; part++) {
                var own = part;
                running.add(workers.submit(() -> work.apply(own)));
            }
            return results(running, workers);
        }
    }

    private static <T> List<T> results(List<Future<T>> running, ExecutorService workers) {
        var results = new ArrayList<T>();
        @Nullable RuntimeException failure = null;
        for (var one : running) {
            try {
                if (failure == null) {
                    results.add(one.get());
                }
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException known
                        ? known
                        : new RebuildFailed("A part could not be folded: " + e.getCause(), e);
                workers.shutdownNow();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new Course.TakenOver();
                workers.shutdownNow();
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }
}
