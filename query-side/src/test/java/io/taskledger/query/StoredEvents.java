package io.taskledger.query;

import java.util.HashMap;

import io.taskledger.ledger.type.EventTypes;
import io.taskledger.ledger.type.NamedTypeSerializer;
import io.taskledger.ledger.type.StoredType;
import io.taskledger.messages.Events;
import io.taskledger.messages.StoredAs;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Events under their stored names. */
final class StoredEvents {

    private StoredEvents() {}

    static Serializer serializer() {
        var types = new HashMap<Class<?>, StoredType>();
        for (var event : Events.all()) {
            var stored = event.getAnnotation(StoredAs.class);
            types.put(event, new StoredType(stored.value(), stored.revision()));
        }
        return new NamedTypeSerializer(Jackson3Serializer.builder().build(), EventTypes.of(types));
    }
}
