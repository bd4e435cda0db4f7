package io.taskledger.ledger.personal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Gives an event's own deserializer the event as if nothing had been sealed. */
final class SealedEventDeserializer extends DelegatingDeserializer {

    private final transient Opening opening;

    SealedEventDeserializer(ValueDeserializer<?> event, Opening opening) {
        super(event);
        this.opening = opening;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> event) {
        return new SealedEventDeserializer(event, opening);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        return parser.currentToken() == JsonToken.START_OBJECT
                ? super.deserialize(new SplicedParser(parser, opening, context), context)
                : super.deserialize(parser, context);
    }
}
