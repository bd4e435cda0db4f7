package io.taskledger.query.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.query.feed.Streams;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Several folds, each of some of the streams. Threads that bring ranges of the ledger deserialise their events side by
 * side; each lane takes the ranges in their order, so a stream is folded in its own.
 */
final class Lanes {

    private final List<Folding> all;
    private final List<Turns> turns;

    Lanes(int lanes, Supplier<Folding> fresh) {
        all = Stream.generate(fresh).limit(lanes).toList();
        turns = Stream.generate(Turns::new).limit(lanes).toList();
    }

    List<Folding> all() {
        return all;
    }

    /**
     * Returns when the events are folded, which may wait for ranges before this one.
     *
     * @param range from 0, without a gap
     * @throws InterruptedException where the thread is asked to end meanwhile, since another one failed
     */
    void fold(long range, List<? extends TrackedEventMessage<?>> events) throws InterruptedException {
        var ofLane = byLane(events);
        for (int lane = 0; lane < all.size(); lane++) {
            var folding = all.get(lane);
            var own = ofLane.get(lane);
            turns.get(lane).take(range, () -> own.forEach(folding::on));
        }
    }

    /** A range will not come: who waits for it ends, also one whose interrupt got lost on the way. */
    void end() {
        turns.forEach(Turns::end);
    }

    private List<List<TrackedEventMessage<?>>> byLane(List<? extends TrackedEventMessage<?>> events) {
        var ofLane = IntStream.range(0, all.size())
                .<List<TrackedEventMessage<?>>>mapToObj(_ -> new ArrayList<>())
                .toList();
        for (var event : events) {
            var lane = Math.floorMod(Streams.of(event).hashCode(), all.size());
            all.get(lane).prepare(event);
            ofLane.get(lane).add(event);
        }
        return ofLane;
    }
}
