package io.taskledger.ledger.personal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.taskledger.ledger.type.EventTypes;
import io.taskledger.ledger.type.StoredType;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Teaches Jackson to store events with their personal components sealed. All of an event's become one text, behind the
 * clear ones: {@code {"taskId":"…","subject":"user-…","sealed":["title","tags"],"personal":"1.…"}}. {@code sealed}
 * names those that are not null, so that after an erasure it is still known what was there, if not what it said. Without
 * any there is no {@code personal}.
 *
 * <p>Reading is one pass over the event's bytes: see {@link SplicedParser}. Upcasters work on the clear part only; what
 * is sealed is read as it was written, so a renamed component keeps its old name as a {@code @JsonAlias}, and a type with
 * personal components keeps its stored name.
 */
public final class PersonalDataModule extends SimpleModule {

    static final String SUBJECT = "subject";
    static final String SEALED = "sealed";
    static final String PERSONAL = "personal";

    private static final Set<String> OURS = Set.of(SUBJECT, SEALED, PERSONAL);

    private final transient PersonalMarks<?> marks;
    private final transient PersonalCipher cipher;
    private final transient EventTypes types;

    /**
     * For a mapper of events.
     *
     * @param types gives the stored names that seals are bound to
     */
    public PersonalDataModule(PersonalMarks<?> marks, PersonalCipher cipher, EventTypes types) {
        super("personal data");
        this.marks = marks;
        this.cipher = cipher;
        this.types = types;
        setSerializerModifier(new Writing());
        setDeserializerModifier(new Reading());
    }

    private String storedName(Class<?> event) {
        return types.typeOf(event)
                .map(StoredType::name)
                .orElseThrow(() ->
                        new IllegalArgumentException("No stored name is registered for the event " + event.getName()));
    }

    private final class Writing extends ValueSerializerModifier {

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> properties) {
            var event = bean.getBeanClass();
            var personal = marks.personal(event);
            if (personal.isEmpty()) {
                return properties;
            }
            var clear = new ArrayList<BeanPropertyWriter>();
            var secret = new ArrayList<BeanPropertyWriter>();
            for (var property : properties) {
                if (personal.contains(property.getMember().getName())) {
                    secret.add(property);
                } else if (!property.getName().equals(SUBJECT)) {
                    clear.add(property);
                }
            }
            if (secret.size() != personal.size()
                    || clear.stream().map(BeanPropertyWriter::getName).anyMatch(OURS::contains)) {
                throw new IllegalArgumentException("Cannot seal " + event.getName() + ": a personal component is not"
                        + " written, or a clear one is called as one of " + OURS);
            }
            clear.add(new SealedProperty(secret, storedName(event), marks::subjectOf, cipher));
            return clear;
        }
    }

    private final class Reading extends ValueDeserializerModifier {

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
            var event = bean.getBeanClass();
            var personal = marks.personal(event);
            if (personal.isEmpty()) {
                return deserializer;
            }
            var named = new HashSet<String>();
            for (var component : event.getRecordComponents()) {
                named.add(component.getName());
            }
            return new SealedEventDeserializer(
                    deserializer,
                    new Opening(
                            storedName(event),
                            cipher,
                            Placeholders.of(bean.getType(), personal, marks.erased()),
                            named.contains(SUBJECT)));
        }
    }
}
