package io.taskledger.ledger.type;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Axon's serializer for events: another one makes the bytes, this one the names. The metadata's type is Axon's own and
 * stays as it is.
 *
 * <p>An event whose name is not known comes out as {@link UnknownSerializedType}, which handlers pass over. One of a
 * known name in another revision fails when its payload is asked for: an upcaster is missing, or the event is of a later
 * version of the product.
 */
public final class NamedTypeSerializer implements Serializer {

    private final Serializer bytes;
    private final EventTypes types;

    /**
     * Names what another serializer writes.
     *
     * @param bytes gives the payload its form, such as Axon's {@code Jackson3Serializer}
     */
    public NamedTypeSerializer(Serializer bytes, EventTypes types) {
        this.bytes = bytes;
        this.types = types;
    }

    /**
     * {@inheritDoc}
     *
     * @throws SerializationException if the object's class is not registered
     */
    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (object == null || object instanceof MetaData) {
            return bytes.serialize(object, representation);
        }
        SerializedType type = typeForClass(object.getClass());
        return new SimpleSerializedObject<>(
                bytes.serialize(object, representation).getData(), representation, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return bytes.canSerializeTo(representation);
    }

    /**
     * {@inheritDoc}
     *
     * @throws SerializationException if the payload is of a revision that the registered class does not have
     */
    @Override
    @SuppressWarnings({
        "unchecked", // the class was asked for by its stored name: Axon's signature cannot say so
        "TypeParameterUnusedInFormals" // Axon's
    })
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Class<?> target = classForType(stored.getType());
        if (target == UnknownSerializedType.class) {
            return (T) new UnknownSerializedType(this, stored);
        }
        types.typeOf(target).ifPresent(known -> requireRevision(known, stored.getType()));
        return bytes.deserialize(
                new SimpleSerializedObject<>(stored.getData(), stored.getContentType(), bytes.typeForClass(target)));
    }

    private static void requireRevision(StoredType known, SerializedType stored) {
        if (!known.revision().equals(stored.getRevision())) {
            throw new SerializationException("Cannot read %s stored in revision %s: no upcaster leads to %s"
                    .formatted(stored.getName(), stored.getRevision(), known));
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        return types.classOf(type.getName()).orElse(UnknownSerializedType.class);
    }

    /**
     * {@inheritDoc}
     *
     * @throws SerializationException if the class is not registered
     */
    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == void.class || type == MetaData.class) {
            return bytes.typeForClass(type);
        }
        StoredType stored = types.typeOf((Class<?>) type)
                .orElseThrow(() ->
                        new SerializationException("No stored name is registered for the event " + type.getName()));
        return new SimpleSerializedType(stored.name(), stored.revision());
    }

    @Override
    public Converter getConverter() {
        return bytes.getConverter();
    }
}
