package io.taskledger.query.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

    private final ReadModel model;
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
        this.model = model;
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

    /** Deserialises what the handlers will ask for. Any thread may do it, for events that are not handled yet. */
    void prepare(TrackedEventMessage<?> event) {
        if (handlers.canHandleType(event.getPayloadType())) {
            try {
                event.getPayload();
            } catch (RuntimeException unreadable) {
                // It is asked for again when the event's turn comes, and set aside then.
            }
        }
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

    /**
     * Sets a stream aside from the first event on after which its rows are refused.
     *
     * @param refusal why what a fold has made is; empty where it is not
     * @return false where there is no such event
     */
    boolean setAside(String stream, long upTo, Function<Folding, Optional<? extends Exception>> refusal) {
        var alone = new Folding(model, ledger, skipped, asideFrom);
        for (var event : ledger.streams(List.of(stream), upTo)) {
            if (failedHere.contains(stream)) {
                on(event);
            } else {
                alone.on(event);
                refusal.apply(alone).ifPresent(cause -> setAside(event, cause));
            }
        }
        return failedHere.contains(stream);
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
