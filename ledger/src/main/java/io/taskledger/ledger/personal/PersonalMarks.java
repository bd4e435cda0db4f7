package io.taskledger.ledger.personal;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How an event shows what of it is personal. The ledger knows no event, so it is told.
 *
 * @param events what an event with personal components implements; each such event is a record
 * @param subject finds whose they are
 * @param mark the annotation on each personal component
 * @param erased stands for every text of an erased subject
 */
public record PersonalMarks<E>(
        Class<E> events, Function<? super E, String> subject, Class<? extends Annotation> mark, String erased) {

    /** Names of the personal components; empty for a class of another kind. */
    Set<String> personal(Class<?> type) {
        if (!type.isRecord()) {
            return Set.of();
        }
        var marked = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(mark))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
        if (!marked.isEmpty() && !events.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    type.getName() + " has personal components, but no subject: it is no " + events.getSimpleName());
        }
        return marked;
    }

    String subjectOf(Object event) {
        return subject.apply(events.cast(event));
    }
}
