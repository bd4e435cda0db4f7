package io.taskledger.query.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.Difference.Cause;
import io.taskledger.query.feed.Streams;
import io.taskledger.query.projection.ReadModel;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** What each event of a stream did to each field of its rows, told by folding it step by step. */
final class Story<E> {

    private final ReadModel<E> model;
    private final Serializer names;
    private final List<? extends TrackedEventMessage<?>> events;
    private final Supplier<Folding<E>> fresh;

    /**
     * Of one stream.
     *
     * @param names knows the stored name of an event's class
     * @param events of the stream, from its first
     */
    Story(
            ReadModel<E> model,
            Serializer names,
            List<? extends TrackedEventMessage<?>> events,
            Supplier<Folding<E>> fresh) {
        this.model = model;
        this.names = names;
        this.events = events;
        this.fresh = fresh;
    }

    /** The event that touched a row's field last, {@link Difference#WHOLE_ROW} for the row itself. */
    Optional<Cause> lastToTouch(String key, String field) {
        @Nullable Cause last = null;
        Map<String, List<@Nullable Object>> before = Map.of();
        for (var step : steps()) {
            var column = column(field);
            var was = value(before.get(key), column);
            var is = value(step.rows().get(key), column);
            if (!Objects.equals(was, is)
                    || before.containsKey(key) != step.rows().containsKey(key)) {
                last = step.cause();
            }
            before = step.rows();
        }
        return Optional.ofNullable(last);
    }

    /** The first event that gave two results when it was handled twice, and the first field that shows it. */
    Optional<Difference> firstUnlike() {
        var once = steps();
        var again = steps();
        for (int index = 0; index < once.size(); index++) {
            for (var row : once.get(index).rows().entrySet()) {
                var other = again.get(index).rows().get(row.getKey());
                var column = firstUnlike(row.getValue(), other);
                if (column >= 0) {
                    return Optional.of(new Difference(
                            Difference.Kind.NOT_DETERMINISTIC,
                            model.form().table(),
                            row.getKey(),
                            model.form().columns().get(column).name(),
                            text(value(row.getValue(), column)),
                            text(value(other, column)),
                            Optional.of(once.get(index).cause())));
                }
            }
        }
        return Optional.empty();
    }

    private record Step(Cause cause, Map<String, List<@Nullable Object>> rows) {}

    private List<Step> steps() {
        var folding = fresh.get();
        var steps = new ArrayList<Step>();
        for (var event : events) {
            folding.on(event);
            var rows = new HashMap<String, List<@Nullable Object>>();
            folding.rows()
                    .all()
                    .forEach(row ->
                            rows.put(model.form().keyOf(row), model.form().values(row)));
            var type = names.typeForClass(event.getPayloadType()).getName();
            steps.add(new Step(new Cause(Streams.position(event), type), rows));
        }
        return steps;
    }

    private static int firstUnlike(List<@Nullable Object> row, @Nullable List<@Nullable Object> other) {
        for (int column = 0; column < row.size(); column++) {
            if (!Objects.equals(row.get(column), value(other, column))) {
                return column;
            }
        }
        return -1;
    }

    private int column(String field) {
        return model.form().columns().stream().map(one -> one.name()).toList().indexOf(field);
    }

    private static @Nullable Object value(@Nullable List<@Nullable Object> row, int column) {
        return row == null || column < 0 ? null : row.get(column);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
