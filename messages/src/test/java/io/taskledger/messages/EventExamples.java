package io.taskledger.messages;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One example of each event, every component filled. A new event gets its example where its kind has them. */
final class EventExamples {

    private static final Map<Class<?>, Record> BY_EVENT = Stream.of(
                    TaskExamples.all(), AccountExamples.all(), WorkspaceExamples.all(), ProjectionExamples.all())
            .flatMap(Function.identity())
            .collect(Collectors.toMap(Object::getClass, Function.identity()));

    private EventExamples() {}

    static Record of(Class<?> event) {
        var example = BY_EVENT.get(event);
        if (example == null) {
            throw new AssertionError(event.getSimpleName() + " lacks its example in EventExamples");
        }
        return example;
    }
}
