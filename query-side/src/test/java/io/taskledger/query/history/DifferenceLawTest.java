package io.taskledger.query.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.taskledger.messages.history.Undoable;
import io.taskledger.query.history.HistoryLawTest.Step;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** A difference is all that there is between two versions. */
class DifferenceLawTest {

    private static final FieldTelling TELLING = new FieldTelling(Map.of());

    @Property
    void applied_to_the_one_it_gives_the_other(
            @ForAll("histories") List<Step> steps,
            @ForAll @IntRange(max = 15) int one,
            @ForAll @IntRange(max = 15) int other) {
        var from = past(steps, one);
        var to = past(steps, other);

        var values = values(from.parts());
        TELLING.difference(from.parts(), to.parts())
                .forEach(change -> set(change.field() + "/" + change.part(), change.to(), values));

        assertThat(values).isEqualTo(values(to.parts()));
        assertThat(TELLING.difference(to.parts(), to.parts())).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return new HistoryLawTest().histories();
    }

    private static TaskPast past(List<Step> steps, int many) {
        return TaskPast.of(
                IntStream.range(0, Math.min(many, steps.size()))
                        .<DomainEventMessage<?>>mapToObj(at -> new GenericDomainEventMessage<>(
                                "task", "task", at, steps.get(at).event()))
                        .toList(),
                null);
    }

    private static Map<String, @Nullable Object> values(Map<Undoable, @Nullable Object> parts) {
        var values = new HashMap<String, @Nullable Object>();
        parts.forEach((part, value) -> TELLING.values(part, value)
                .forEach((field, plain) -> set(field + "/" + TELLING.which(part), plain, values)));
        return values;
    }

    /** What is empty and what is not there is the same. */
    private static void set(String field, @Nullable Object value, Map<String, @Nullable Object> values) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }
}
