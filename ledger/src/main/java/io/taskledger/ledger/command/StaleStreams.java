package io.taskledger.ledger.command;

import java.util.Set;

import org.axonframework.modelling.command.ConcurrencyException;

/** A decision was taken from a cached state that is not a stream's last one any more. */
public final class StaleStreams extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    StaleStreams(Set<String> streams) {
        super("Decided from what others have added to since: " + String.join(", ", streams));
    }
}
