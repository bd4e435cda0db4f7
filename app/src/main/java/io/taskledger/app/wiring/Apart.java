package io.taskledger.app.wiring;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;

import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.ledger.personal.PersonalDataModule;
import io.taskledger.ledger.personal.PersonalMarks;
import io.taskledger.ledger.personal.SealedMetaDataSerializer;
import io.taskledger.ledger.type.EventTypes;
import io.taskledger.ledger.type.NamedTypeSerializer;
import io.taskledger.ledger.type.PreparedRecords;
import io.taskledger.ledger.type.StoredType;
import io.taskledger.messages.Erased;
import io.taskledger.messages.Events;
import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Personal;
import io.taskledger.messages.StoredAs;
import io.taskledger.security.SecuritySettings;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Parts that are the same where no application is started, as for work on the database alone. */
public final class Apart {

    private static final Duration REST_SESSION = Duration.ofHours(12);
    private static final Duration BROWSER_SESSION = Duration.ofDays(14);

    private Apart() {}

    public static SecuritySettings security(TaskledgerSettings settings) {
        return new SecuritySettings(
                settings.data().resolve("keys"),
                settings.masterKey().orElse(null),
                settings.passwordMinLength(),
                REST_SESSION,
                BROWSER_SESSION,
                settings.corsOrigins(),
                settings.overTls(),
                settings.publicUrl());
    }

    static EventTypes eventTypes() {
        return EventTypes.of(Events.all().stream().collect(Collectors.toMap(event -> event, Apart::storedType)));
    }

    /** What events are stored with. */
    public static Serializer events(PersonalCipher cipher) {
        return events(eventTypes(), new AnnotationRevisionResolver(), cipher);
    }

    static Serializer events(EventTypes types, RevisionResolver revisions, PersonalCipher cipher) {
        var marks = new PersonalMarks<>(
                HoldsPersonalData.class, event -> event.subject().text(), Personal.class, Erased.TEXT);
        var sealing = new PersonalDataModule(marks, cipher, types);
        var bytes = Jackson3Serializer.builder()
                .revisionResolver(revisions)
                .jsonMapperBuilderCustomizer(mapper -> mapper.addModules(sealing, new PreparedRecords()))
                .build();
        var sealed = new SealedMetaDataSerializer(
                bytes, cipher, MetadataKeys.IMPORTED_ACTOR, MetadataKeys.ACTOR, Erased.TEXT);
        return new NamedTypeSerializer(sealed, types);
    }

    private static StoredType storedType(Class<?> event) {
        var stored = Objects.requireNonNull(
                event.getAnnotation(StoredAs.class), () -> event.getName() + " lacks its @StoredAs");
        return new StoredType(stored.value(), stored.revision());
    }
}
