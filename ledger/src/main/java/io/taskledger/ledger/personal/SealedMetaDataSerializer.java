package io.taskledger.ledger.personal;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one text in events' metadata sealed in the ledger, as what is personal in their payloads is. All else another
 * serializer does.
 */
public final class SealedMetaDataSerializer implements Serializer {

    private final Serializer bytes;
    private final PersonalCipher cipher;
    private final String key;
    private final String subject;
    private final String erased;

    /**
     * Seals the text under {@code key}.
     *
     * @param subject the key of whose key seals it; where that is missing, the text is left out
     * @param erased stands for the text of an erased subject
     */
    public SealedMetaDataSerializer(
            Serializer bytes, PersonalCipher cipher, String key, String subject, String erased) {
        this.bytes = bytes;
        this.cipher = cipher;
        this.key = key;
        this.subject = subject;
        this.erased = erased;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        return bytes.serialize(object instanceof MetaData clear ? sealed(clear) : object, representation);
    }

    @Override
    @SuppressWarnings({
        "unchecked", // what was metadata stays metadata
        "TypeParameterUnusedInFormals" // Axon's
    })
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Object read = bytes.deserialize(stored);
        return (T) (read instanceof MetaData sealed ? opened(sealed) : read);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return bytes.canSerializeTo(representation);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public Class classForType(SerializedType type) {
        return bytes.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        return bytes.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return bytes.getConverter();
    }

    private MetaData sealed(MetaData clear) {
        if (!(clear.get(key) instanceof String text)) {
            return clear;
        }
        return clear.get(subject) instanceof String whose
                ? clear.and(key, cipher.seal(whose, key, text.getBytes(StandardCharsets.UTF_8)))
                : clear.withoutKeys(Set.of(key));
    }

    private MetaData opened(MetaData stored) {
        return stored.get(key) instanceof String sealed && stored.get(subject) instanceof String whose
                ? stored.and(
                        key,
                        cipher.open(whose, key, sealed)
                                .map(text -> new String(text, StandardCharsets.UTF_8))
                                .orElse(erased))
                : stored;
    }
}
