package io.taskledger.security.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Erased;
import io.taskledger.messages.Events;
import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.Rejection.SubjectErased;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskId;
import io.taskledger.security.SecurityDatabase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealedEventsTest {

    private static final TaskId TASK = new TaskId("task-01JZ0000000000000000000001");
    private static final UserId ANN = new UserId("user-01JZ0000000000000000000002");
    private static final UserId BOB = new UserId("user-01JZ0000000000000000000009");
    private static final JsonMapper JSON = new JsonMapper();
    private static final SubjectKeys KEYS =
            new SubjectKeys(SecurityDatabase.fresh().source(), new Secrets(new byte[32]));

    private final SealedEvents events = SealedEvents.with(new SubjectCipher(KEYS));

    static Stream<Class<?>> all() {
        return Events.all().stream();
    }

    static Stream<Class<?>> personal() {
        return all().filter(HoldsPersonalData.class::isAssignableFrom);
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_written_is_read(Class<?> event) {
        var example = SealedEvents.example(event);

        assertThat(events.read(events.write(example), event)).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_event_without_personal_data_is_stored_as_approved(Class<?> event) {
        if (!HoldsPersonalData.class.isAssignableFrom(event)) {
            assertThat(events.write(SealedEvents.example(event)) + "\n").isEqualTo(SealedEvents.approved(event));
        }
    }

    @Test
    void what_is_personal_is_sealed_and_the_rest_can_be_read() {
        assertThat(withoutSeal(SealedEvents.example(TaskCreated.class))).isEqualTo("""
                {"taskId":"task-01JZ0000000000000000000001","owner":"user-01JZ0000000000000000000002",\
                "home":{"workspaceId":"ws-01JZ0000000000000000000002","listId":"list-01JZ0000000000000000000002",\
                "place":"01JZ0000000000000000000001"},"priority":"high","dueDate":"2026-03-01","dueTime":"09:30:00",\
                "subject":"user-01JZ0000000000000000000002","sealed":["title","description","tags"],"personal":"1.…"}""");
        assertThat(withoutSeal(SealedEvents.example(TaskEdited.class))).isEqualTo("""
                {"taskId":"task-01JZ0000000000000000000001","priority":{"from":"high","to":"low"},\
                "dueDate":{"from":"2026-03-01","to":"2026-03-02"},"dueTime":{"from":"09:30:00","to":"18:00:15"},\
                "subject":"user-01JZ0000000000000000000002","sealed":["title","description","tags"],"personal":"1.…"}""");
        assertThat(withoutSeal(new UserRegistered(ANN, "ann", "ann@example.org")))
                .isEqualTo("""
                {"userId":"user-01JZ0000000000000000000002","subject":"user-01JZ0000000000000000000002",\
                "sealed":["username","email"],"personal":"1.…"}""");
    }

    @Test
    void where_nothing_personal_is_there_nothing_is_sealed() {
        var edited = edited(null, null);

        assertThat(events.write(edited)).doesNotContain("sealed").doesNotContain("personal");
        assertThat(events.read(events.write(edited), TaskEdited.class)).isEqualTo(edited);
    }

    @Test
    void a_text_that_was_emptied_is_read_so() {
        var cleared = edited(null, new Changed<>("Once a week.", null));

        assertThat(events.read(events.write(cleared), TaskEdited.class)).isEqualTo(cleared);
    }

    @Property(tries = 1000)
    void any_text_is_read_as_it_was_written(
            @ForAll("texts") String title, @ForAll("texts") String description, @ForAll("tags") List<String> tags) {
        var created = new TaskCreated(
                TASK, ANN, null, title, description.isEmpty() ? null : description, Priority.LOW, null, null, tags);

        assertThat(events.read(events.write(created), TaskCreated.class)).isEqualTo(created);
    }

    @Provide
    Arbitrary<String> texts() {
        var points = Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 0xD7FF),
                        Arbitraries.integers().between(0xE000, 0x10FFFF),
                        Arbitraries.of((int) '"', (int) '\\', (int) '\n', 0x1F331))
                .list()
                .ofMaxSize(300);
        return points.map(all -> all.stream().map(Character::toString).reduce("", String::concat));
    }

    @Provide
    Arbitrary<List<String>> tags() {
        return texts().list().ofMaxSize(5);
    }

    @ParameterizedTest
    @MethodSource("personal")
    void the_same_event_is_never_sealed_to_the_same_text(Class<?> event) {
        var example = SealedEvents.example(event);

        assertThat(events.write(example)).isNotEqualTo(events.write(example));
    }

    @ParameterizedTest
    @MethodSource("personal")
    void it_does_not_matter_where_in_the_object_the_seal_is(Class<?> event) {
        var example = SealedEvents.example(event);
        var stored = (ObjectNode) JSON.readTree(events.write(example));
        var turned = JSON.createObjectNode();
        stored.propertyNames().stream().toList().reversed().forEach(name -> turned.set(name, stored.get(name)));

        assertThat(events.read(turned.toString(), event)).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("personal")
    void a_field_of_a_later_version_is_passed_over(Class<?> event) {
        var example = SealedEvents.example(event);
        var later = events.write(example)
                .replaceFirst("\\{", "{\"addedLater\":[{\"personal\":\"1.x\",\"sealed\":[1],\"subject\":{}}],");

        assertThat(events.read(later, event)).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("personal")
    void a_changed_seal_does_not_open(Class<?> event) {
        var stored = events.write(SealedEvents.example(event));
        var at = stored.indexOf("\"1.") + 30;
        var other = stored.charAt(at) == 'A' ? 'B' : 'A';

        assertBroken(stored.substring(0, at) + other + stored.substring(at + 1), event);
        assertBroken(stored.replaceFirst("\"1\\.[^\"]*\"", "\"1.AAAA\""), event);
        assertBroken(stored.replace("\"1.", "\"x."), event);
        assertBroken(stored.replace("\"1.", "\""), event);
    }

    @Test
    void a_seal_opens_for_its_subject_and_its_type_only() {
        var registered = seal(events.write(new UserRegistered(ANN, "ann", "ann@example.org")));
        var created = events.write(SealedEvents.example(TaskCreated.class));
        KEYS.findOrMake(BOB.text(), 1);

        assertBroken(created.replace(seal(created), registered), TaskCreated.class);
        assertBroken(created.replace("\"subject\":\"" + ANN, "\"subject\":\"" + BOB), TaskCreated.class);
    }

    @Test
    void what_was_erased_reads_as_placeholders_and_shows_what_had_been_there() {
        var erased = SubjectId.of(UserId.next());
        var owner = new UserId(erased.text());
        var day = LocalDate.of(2026, 3, 1);
        var full = events.write(
                new TaskCreated(TASK, owner, null, "Secret", "Hidden", Priority.HIGH, day, null, List.of("a", "b")));
        var titled =
                events.write(new TaskCreated(TASK, owner, null, "Secret", null, Priority.HIGH, day, null, List.of()));
        var edited = events.write(new TaskEdited(
                TASK,
                erased,
                new Changed<>("Secret", "Hidden"),
                null,
                new Changed<>(Priority.LOW, Priority.HIGH),
                null,
                null,
                new Changed<>(List.of("a"), List.of())));
        var registered = events.write(new UserRegistered(owner, "ann", "ann@example.org"));

        KEYS.erase(erased);

        assertThat(events.read(full, TaskCreated.class))
                .isEqualTo(new TaskCreated(
                        TASK, owner, null, Erased.TEXT, Erased.TEXT, Priority.HIGH, day, null, List.of()));
        assertThat(events.read(titled, TaskCreated.class))
                .isEqualTo(new TaskCreated(TASK, owner, null, Erased.TEXT, null, Priority.HIGH, day, null, List.of()));
        assertThat(events.read(edited, TaskEdited.class))
                .isEqualTo(new TaskEdited(
                        TASK,
                        erased,
                        new Changed<>(Erased.TEXT, Erased.TEXT),
                        null,
                        new Changed<>(Priority.LOW, Priority.HIGH),
                        null,
                        null,
                        new Changed<>(List.of(), List.of())));
        assertThat(events.read(registered, UserRegistered.class))
                .isEqualTo(new UserRegistered(owner, Erased.TEXT, Erased.TEXT));
    }

    @Test
    void nothing_personal_is_written_of_an_erased_subject() {
        var erased = UserId.next();
        KEYS.erase(SubjectId.of(erased));

        assertThatThrownBy(() -> events.write(new UserRegistered(erased, "ann", "ann@example.org")))
                .hasRootCauseInstanceOf(CommandRejected.class)
                .rootCause()
                .satisfies(refused -> assertThat(((CommandRejected) refused).rejection())
                        .isEqualTo(new SubjectErased(SubjectId.of(erased))));
    }

    @Test
    void an_event_that_names_no_subject_does_not_open() {
        var stored = events.write(new UserRegistered(ANN, "ann", "ann@example.org"));

        assertThatThrownBy(() -> events.read(stored.replace("\"subject\"", "\"other\""), UserRegistered.class))
                .hasMessageContaining("names no subject");
    }

    @Test
    void whoever_cannot_open_a_seal_is_asked_for_each_event() {
        var blind = SealedEvents.with(new PersonalCipher() {
            @Override
            public String seal(String subject, String type, byte[] clear) {
                return "1.nothing";
            }

            @Override
            public Optional<byte[]> open(String subject, String type, String sealed) {
                return Optional.empty();
            }
        });
        var example = SealedEvents.example(TaskEdited.class);

        assertThat(Objects.requireNonNull(blind.read(events.write(example), TaskEdited.class)
                                .title())
                        .to())
                .isEqualTo(Erased.TEXT);
    }

    private void assertBroken(String stored, Class<?> event) {
        assertThatThrownBy(() -> events.read(stored, event))
                .satisfiesAnyOf(
                        failed -> assertThat(failed).isInstanceOf(BrokenSeal.class),
                        failed -> assertThat(failed)
                                .isInstanceOf(SerializationException.class)
                                .hasRootCauseInstanceOf(BrokenSeal.class));
    }

    private String withoutSeal(Object event) {
        var stored = events.write(event);
        return stored.replace(seal(stored), "1.…");
    }

    private static String seal(String stored) {
        return JSON.readTree(stored).get("personal").asString();
    }

    private static TaskEdited edited(Changed<String> title, Changed<String> description) {
        return new TaskEdited(
                TASK,
                SubjectId.of(ANN),
                title,
                description,
                new Changed<>(Priority.LOW, Priority.HIGH),
                null,
                null,
                null);
    }
}
