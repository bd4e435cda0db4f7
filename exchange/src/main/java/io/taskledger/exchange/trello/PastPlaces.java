package io.taskledger.exchange.trello;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import io.taskledger.messages.workspace.Place;
import org.jspecify.annotations.Nullable;

/**
 * Places for the numbers by which Trello orders: what stands somewhere in the end has its place of then, and numbers of
 * the past come in between, spread evenly, so that places stay short however often something was moved.
 */
final class PastPlaces {

    /** Behind all that stand there in the end. */
    private static final long BEHIND = 1_000_000;

    private final Map<String, End> ends;
    private final boolean ordered;
    private final TreeMap<Double, Place> fixed = new TreeMap<>();
    private final Map<Double, Place> places = new HashMap<>();
    private final Map<String, Place> behind = new HashMap<>();

    /** @param number null in exports of 2012, which have no order but the file's */
    record End(@Nullable Double number, Place place) {}

    /**
     * @param ends by id, with places that rise with their numbers
     * @param past numbers that something had at some time
     */
    PastPlaces(Map<String, End> ends, Collection<Double> past) {
        this.ends = Map.copyOf(ends);
        this.ordered = ends.values().stream().noneMatch(end -> end.number() == null);
        if (ordered) {
            ends.values()
                    .forEach(end -> fixed.merge(
                            Objects.requireNonNull(end.number()),
                            end.place(),
                            (one, other) -> one.compareTo(other) < 0 ? one : other));
            spread(past);
        }
    }

    Place of(String id, @Nullable Double number) {
        var end = ends.get(id);
        if (end != null && (!ordered || number == null || number.equals(end.number()))) {
            return end.place();
        }
        var place = ordered && number != null ? places.get(number) : null;
        return place != null ? place : behind.computeIfAbsent(id, _ -> Place.numbered(BEHIND + behind.size()));
    }

    private void spread(Collection<Double> past) {
        places.putAll(fixed);
        var gaps = new HashMap<Optional<Double>, TreeSet<Double>>();
        for (var number : past) {
            if (!fixed.containsKey(number)) {
                gaps.computeIfAbsent(Optional.ofNullable(fixed.floorKey(number)), _ -> new TreeSet<>())
                        .add(number);
            }
        }
        gaps.forEach((below, numbers) -> {
            var above = below.isPresent() ? fixed.higherEntry(below.get()) : fixed.firstEntry();
            spread(
                    List.copyOf(numbers),
                    below.map(fixed::get),
                    Optional.ofNullable(above).map(Map.Entry::getValue));
        });
    }

    /** The middle one into the middle, then each half. */
    private void spread(List<Double> numbers, Optional<Place> low, Optional<Place> high) {
        if (numbers.isEmpty()) {
            return;
        }
        var middle = numbers.size() / 2;
        var place = Place.between(low, high).or(() -> low).orElseGet(() -> Place.numbered(0));
        places.put(numbers.get(middle), place);
        spread(numbers.subList(0, middle), low, Optional.of(place));
        spread(numbers.subList(middle + 1, numbers.size()), Optional.of(place), high);
    }
}
