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
import io.taskledger.query.projection.RowForm;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** What each event of a stream did to each field of its rows, told by folding it step by step. */
final class Story {

    private final ReadModel model;
    private final Serializer names;
    private final List<? extends TrackedEventMessage<?>> events;
    private final Supplier<Folding> fresh;

    /**
     * Of one stream.
     *
     * @param names knows the stored name of an event's class
     * @param events of the stream, from its first
     */
    Story(ReadModel model, Serializer names, List<? extends TrackedEventMessage<?>> events, Supplier<Folding> fresh) {
        this.model = model;
        this.names = names;
        this.events = events;
        this.fresh = fresh;
    }

    /** The event that touched a row's field last, {@link Difference#WHOLE_ROW} for the row itself. */
    Optional<Cause> lastToTouch(String table, String key, String field) {
        @Nullable Cause last = null;
        var row = new RowName(table, key);
        var column = model.tables().stream()
                .filter(form -> form.table().equals(table))
                .findFirst()
                .map(form -> form.columnNamed(field))
                .orElse(-1);
        Map<RowName, List<@Nullable Object>> before = Map.of();
        for (var step : steps()) {
            var was = value(before.get(row), column);
            var is = value(step.rows().get(row), column);
            if (!Objects.equals(was, is)
                    || before.containsKey(row) != step.rows().containsKey(row)) {
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
            for (var form : model.tables()) {
                var unlike = firstUnlike(form, once.get(index), again.get(index));
                if (unlike.isPresent()) {
                    return unlike;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Difference> firstUnlike(RowForm<?> form, Step once, Step again) {
        for (var row : once.rows().entrySet()) {
            var other = again.rows().get(row.getKey());
            var column = row.getKey().table().equals(form.table()) ? firstUnlike(row.getValue(), other) : -1;
            if (column >= 0) {
                return Optional.of(new Difference(
                        Difference.Kind.NOT_DETERMINISTIC,
                        form.table(),
                        row.getKey().key(),
                        form.columns().get(column).name(),
                        text(value(row.getValue(), column)),
                        text(value(other, column)),
                        Optional.of(once.cause())));
            }
        }
        return Optional.empty();
    }

    private record RowName(String table, String key) {}

    private record Step(Cause cause, Map<RowName, List<@Nullable Object>> rows) {}

    private List<Step> steps() {
        var folding = fresh.get();
        var steps = new ArrayList<Step>();
        for (var event : events) {
            folding.on(event);
            var rows = new HashMap<RowName, List<@Nullable Object>>();
            model.tables().forEach(form -> note(form, folding, rows));
            var type = names.typeForClass(event.getPayloadType()).getName();
            steps.add(new Step(new Cause(Streams.position(event), type), rows));
        }
        return steps;
    }

    private static <E> void note(RowForm<E> form, Folding folding, Map<RowName, List<@Nullable Object>> rows) {
        for (var row : folding.tables().rows(form).all()) {
            rows.put(new RowName(form.table(), form.keyOf(row)), form.values(row));
        }
    }

    private static int firstUnlike(List<@Nullable Object> row, @Nullable List<@Nullable Object> other) {
        for (int column = 0; column < row.size(); column++) {
            if (!Objects.equals(row.get(column), value(other, column))) {
                return column;
            }
        }
        return -1;
    }

    private static @Nullable Object value(@Nullable List<@Nullable Object> row, int column) {
        return row == null || column < 0 ? null : row.get(column);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
