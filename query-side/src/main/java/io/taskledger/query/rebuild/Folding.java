package io.taskledger.query.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.taskledger.ledger.LedgerRanges;
import io.taskledger.query.feed.Streams;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.TablesInMemory;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A fold that goes on: a projection's own handlers, on rows in memory. A stream whose event cannot be handled is set aside
 * from there on, as the dead letters do for the live tail. One thread's.
 */
final class Folding {

    private final LedgerRanges ledger;
    private final Set<Long> skipped;
    private final Map<String, Long> asideFrom;
    private final List<Stranded> stranded = new ArrayList<>();

    /** Streams whose letters nobody has yet. */
    private final Set<String> failedHere = new HashSet<>();

    private final TablesInMemory tables;
    private final EventMessageHandler handlers;

    /** @param cause null for an event that only comes behind one that failed */
    record Stranded(TrackedEventMessage<?> event, @Nullable Exception cause) {}

    /**
     * From nothing.
     *
     * @param skipped positions that are left out
     * @param asideFrom streams that wait in dead letters, and the position from which on
     */
    Folding(ReadModel model, LedgerRanges ledger, Set<Long> skipped, Map<String, Long> asideFrom) {
        this.ledger = ledger;
        this.skipped = skipped;
        this.asideFrom = new HashMap<>(asideFrom);
        this.tables = new TablesInMemory(model.tables());
        this.handlers = new AnnotationEventHandlerAdapter(model.handlers().apply(tables));
    }

    TablesInMemory tables() {
        return tables;
    }

    /** Events that are not in the rows since they, or one before them in their stream, failed in this fold. */
    List<Stranded> stranded() {
        return stranded;
    }

    // Whatever a handler throws belongs to the dead letters.
    @SuppressWarnings("CatchingUnchecked")
    void on(TrackedEventMessage<?> event) {
        if (skipped.contains(Streams.position(event)) || isAside(event)) {
            return;
        }
        try {
            handlers.handle(event);
        } catch (Exception cause) {
            setAside(event, cause);
        }
    }

    private boolean isAside(TrackedEventMessage<?> event) {
        if (asideFrom.isEmpty()) {
            return false;
        }
        var from = asideFrom.get(Streams.of(event));
        var aside = from != null && Streams.position(event) >= from;
        if (aside && failedHere.contains(Streams.of(event))) {
            stranded.add(new Stranded(event, null));
        }
        return aside;
    }

    /** The handler may have changed half a row: the stream is folded again to before the event. */
    private void setAside(TrackedEventMessage<?> failed, Exception cause) {
        var stream = Streams.of(failed);
        stranded.add(new Stranded(failed, cause));
        failedHere.add(stream);
        asideFrom.put(stream, Streams.position(failed));
        tables.removeStream(stream);
        ledger.streams(List.of(stream), Streams.position(failed) - 1).forEach(this::on);
    }
}
