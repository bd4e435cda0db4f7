package io.taskledger.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.MetadataKeys;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** What a message leads to carries who began it, in which action, and what came before it. */
final class ActorCorrelation implements CorrelationDataProvider {

    private static final List<String> HANDED_ON = List.of(
            MetadataKeys.ACTOR,
            MetadataKeys.VIA,
            MetadataKeys.ACTION_ID,
            MetadataKeys.BULK,
            MetadataKeys.IMPORTED_ACTOR,
            MetadataKeys.UNDOES,
            MetadataKeys.REDOES);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var known = message.getMetaData();
        var data = new HashMap<String, Object>();
        for (var key : HANDED_ON) {
            if (known.containsKey(key)) {
                data.put(key, known.get(key));
            }
        }
        data.put(MetadataKeys.CORRELATION_ID, known.getOrDefault(MetadataKeys.CORRELATION_ID, message.getIdentifier()));
        data.put(MetadataKeys.CAUSATION_ID, message.getIdentifier());
        return data;
    }
}
