package io.taskledger.ledger.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which class is stored as which type: each class has one, no name is used twice. */
public final class EventTypes {

    private final Map<Class<?>, StoredType> typesByClass;
    private final Map<String, Class<?>> classesByName;

    private EventTypes(Map<Class<?>, StoredType> typesByClass, Map<String, Class<?>> classesByName) {
        this.typesByClass = Map.copyOf(typesByClass);
        this.classesByName = Map.copyOf(classesByName);
    }

    /**
     * Takes the types of all events.
     *
     * @throws IllegalArgumentException if two classes have the same name
     */
    public static EventTypes of(Map<Class<?>, StoredType> types) {
        Map<String, Class<?>> classesByName = new HashMap<>();
        types.forEach((eventClass, type) -> {
            Class<?> other = classesByName.putIfAbsent(type.name(), eventClass);
            if (other != null) {
                throw new IllegalArgumentException("Both %s and %s would be stored as %s"
                        .formatted(other.getName(), eventClass.getName(), type.name()));
            }
        });
        return new EventTypes(types, classesByName);
    }

    /** What the class is stored as now; empty if it is not registered. */
    public Optional<StoredType> typeOf(Class<?> eventClass) {
        return Optional.ofNullable(typesByClass.get(eventClass));
    }

    /** The class of a stored name; empty if this version of the product does not know the name. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classesByName.get(name));
    }

    /** All of them. */
    public Map<Class<?>, StoredType> all() {
        return typesByClass;
    }
}
