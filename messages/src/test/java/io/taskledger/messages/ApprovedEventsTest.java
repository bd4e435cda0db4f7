package io.taskledger.messages;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.task.TaskEvent.TaskEdited;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the ledger holds must stay readable for good, so an event's stored form changes on purpose only: with an approved
 * file of the next revision and an upcaster.
 */
class ApprovedEventsTest {

    /** One file an event version, its bytes as stored and the newline that ends a text file. */
    private static final Path FOLDER = Path.of("src/test/resources/events");

    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();

    static Stream<Class<?>> events() {
        return Events.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_stored_as_approved(Class<?> event) throws IOException {
        var stored = serializer.serialize(EventExamples.of(event), byte[].class).getData();

        assertThat(new String(stored, UTF_8) + "\n")
                .as("as stored now; approve a first version by writing it to %s", file(event))
                .isEqualTo(Files.exists(file(event)) ? Files.readString(file(event)) : "(not approved yet)");
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_approved_form_reads_back_to_the_same_event(Class<?> event) throws IOException {
        assertThat(read(Files.readString(file(event)), event)).isEqualTo(EventExamples.of(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_reads_back_from_only_what_it_must_have(Class<?> event) throws Exception {
        var json = new JsonMapper();
        var least = (ObjectNode) json.readTree(Files.readString(file(event)));
        nullable(event).forEach(component -> least.remove(component.getName()));

        assertThat(read(json.writeValueAsString(least), event)).isEqualTo(leastExample(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_field_of_a_later_version_is_passed_over(Class<?> event) throws IOException {
        var later = Files.readString(file(event)).replaceFirst("\\{", "{\"addedLater\":[1],");

        assertThat(read(later, event)).isEqualTo(EventExamples.of(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_example_fills_every_component(Class<?> event) throws ReflectiveOperationException {
        for (var component : event.getRecordComponents()) {
            assertThat(component.getAccessor().invoke(EventExamples.of(event)))
                    .as(component.getName())
                    .isNotNull();
        }
    }

    @Test
    void a_field_that_became_empty_is_stored_with_its_null() {
        var cleared = new TaskEdited(
                ((TaskEdited) EventExamples.of(TaskEdited.class)).taskId(),
                ((TaskEdited) EventExamples.of(TaskEdited.class)).subject(),
                null,
                new Changed<>("Once a week.", null),
                null,
                null,
                null,
                null);
        var stored = new String(serializer.serialize(cleared, byte[].class).getData(), UTF_8);

        assertThat(stored)
                .contains("\"description\":{\"from\":\"Once a week.\",\"to\":null}")
                .doesNotContain("title");
        assertThat(read(stored, TaskEdited.class)).isEqualTo(cleared);
    }

    @Test
    void every_approved_file_is_of_an_event_that_exists() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            events().map(ApprovedEventsTest::file).toList());
        }
    }

    @Test
    void stored_names_are_unique_and_well_formed() {
        var names = events().map(event -> stored(event).value()).toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z]+\\.[a-z]+(-[a-z]+)*"));
        assertThat(events().map(event -> stored(event).revision()))
                .allSatisfy(revision -> assertThat(revision).matches("[1-9][0-9]*"));
    }

    private static StoredAs stored(Class<?> event) {
        var stored = event.getAnnotation(StoredAs.class);
        assertThat(stored).as("@StoredAs of %s", event).isNotNull();
        return stored;
    }

    private static Path file(Class<?> event) {
        return FOLDER.resolve(
                "%s.v%s.json".formatted(stored(event).value(), stored(event).revision()));
    }

    private Object read(String json, Class<?> event) {
        return serializer.deserialize(new SimpleSerializedObject<>(
                json.getBytes(StandardCharsets.UTF_8), byte[].class, serializer.typeForClass(event)));
    }

    private static List<RecordComponent> nullable(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .filter(ApprovedEventsTest::isNullable)
                .toList();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object leastExample(Class<?> event) throws ReflectiveOperationException {
        var components = event.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int index = 0; index < components.length; index++) {
            types[index] = components[index].getType();
            values[index] = isNullable(components[index])
                    ? null
                    : components[index].getAccessor().invoke(EventExamples.of(event));
        }
        return event.getDeclaredConstructor(types).newInstance(values);
    }
}
