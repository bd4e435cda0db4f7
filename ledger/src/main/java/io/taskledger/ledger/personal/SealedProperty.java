package io.taskledger.ledger.personal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;

/** Stands for all personal properties of an event: writes whose they are, which there are, and all of them sealed. */
final class SealedProperty extends BeanPropertyWriter {

    private static final int USUAL_BYTES = 256;

    private final transient List<BeanPropertyWriter> personal;
    private final transient Function<Object, String> subjectOf;
    private final transient PersonalCipher cipher;
    private final String type;

    /** @param personal at least one */
    SealedProperty(
            List<BeanPropertyWriter> personal, String type, Function<Object, String> subjectOf, PersonalCipher cipher) {
        super(personal.getFirst(), new PropertyName(PersonalDataModule.PERSONAL));
        this.personal = List.copyOf(personal);
        this.type = type;
        this.subjectOf = subjectOf;
        this.cipher = cipher;
    }

    @Override
    public void serializeAsProperty(Object event, JsonGenerator out, SerializationContext context) throws Exception {
        var subject = subjectOf.apply(event);
        out.writeStringProperty(PersonalDataModule.SUBJECT, subject);
        var present = present(event);
        if (present.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart(PersonalDataModule.SEALED);
        for (var property : present) {
            out.writeString(property.getName());
        }
        out.writeEndArray();
        out.writeStringProperty(
                PersonalDataModule.PERSONAL, cipher.seal(subject, type, clear(event, present, context)));
    }

    private List<BeanPropertyWriter> present(Object event) throws Exception {
        var present = new ArrayList<BeanPropertyWriter>(personal.size());
        for (var property : personal) {
            if (property.get(event) != null) {
                present.add(property);
            }
        }
        return present;
    }

    private static byte[] clear(Object event, List<BeanPropertyWriter> present, SerializationContext context)
            throws Exception {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (var out = context.tokenStreamFactory().createGenerator(context, bytes)) {
            out.writeStartObject();
            for (var property : present) {
                property.serializeAsProperty(event, out, context);
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
