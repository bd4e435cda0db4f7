package io.taskledger.security.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.ledger.personal.PersonalDataModule;
import io.taskledger.ledger.personal.PersonalMarks;
import io.taskledger.ledger.type.EventTypes;
import io.taskledger.ledger.type.NamedTypeSerializer;
import io.taskledger.ledger.type.PreparedRecords;
import io.taskledger.ledger.type.StoredType;
import io.taskledger.messages.Erased;
import io.taskledger.messages.Events;
import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.Personal;
import io.taskledger.messages.StoredAs;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;

/** Events as the product stores them. */
record SealedEvents(NamedTypeSerializer serializer) {

    private static final JsonMapper PLAIN = new JsonMapper();
    private static final Path APPROVED = Path.of("../messages/src/test/resources/events");

    static SealedEvents with(PersonalCipher cipher) {
        var types = EventTypes.of(
                Events.all().stream().collect(Collectors.toMap(event -> event, SealedEvents::storedType)));
        var marks = new PersonalMarks<>(
                HoldsPersonalData.class, event -> event.subject().text(), Personal.class, Erased.TEXT);
        var sealing = new PersonalDataModule(marks, cipher, types);
        var bytes = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.addModules(sealing, new PreparedRecords()))
                .build();
        return new SealedEvents(new NamedTypeSerializer(bytes, types));
    }

    /** Nothing is sealed: what it costs without. */
    static NamedTypeSerializer unsealed() {
        var types = EventTypes.of(
                Events.all().stream().collect(Collectors.toMap(event -> event, SealedEvents::storedType)));
        return new NamedTypeSerializer(Jackson3Serializer.builder().build(), types);
    }

    String write(Object event) {
        return new String(serializer.serialize(event, byte[].class).getData(), StandardCharsets.UTF_8);
    }

    <T> T read(String stored, Class<T> type) {
        var bytes = stored.getBytes(StandardCharsets.UTF_8);
        return type.cast(serializer.deserialize(
                new SimpleSerializedObject<>(bytes, byte[].class, serializer.typeForClass(type))));
    }

    /** Of the approved file: every component is filled. */
    static Object example(Class<?> event) {
        return PLAIN.readValue(approved(event), event);
    }

    static String approved(Class<?> event) {
        var stored = storedType(event);
        try {
            return Files.readString(APPROVED.resolve("%s.v%s.json".formatted(stored.name(), stored.revision())));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static StoredType storedType(Class<?> event) {
        var stored = event.getAnnotation(StoredAs.class);
        return new StoredType(stored.value(), stored.revision());
    }
}
