package io.taskledger.ledger;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The first form of a strike had no strength. */
final class StrengthenStrikes extends SingleEventUpcaster {

    private static final SimpleSerializedType FIRST = new SimpleSerializedType("note.struck", "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FIRST);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType("note.struck", "2"),
                JsonNode.class,
                payload -> ((ObjectNode) payload).put("strength", 10));
    }
}
