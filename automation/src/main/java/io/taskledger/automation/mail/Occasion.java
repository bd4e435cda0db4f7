package io.taskledger.automation.mail;

import java.util.Optional;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * What happened, as far as every event tells it.
 *
 * @param event its id
 * @param position in the ledger
 * @param actor whose doing it was; empty for the system
 * @param bulk whether it is one of many that were done at once
 */
record Occasion(String event, long position, Optional<UserId> actor, boolean bulk) {

    static Occasion of(EventMessage<?> message, TrackingToken token) {
        var metaData = message.getMetaData();
        return new Occasion(
                message.getIdentifier(),
                token.position().orElseThrow(),
                Optional.ofNullable((String) metaData.get(MetadataKeys.ACTOR)).map(UserId::new),
                metaData.containsKey(MetadataKeys.BULK));
    }
}
