package io.taskledger.ledger;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.axonframework.common.IdentifierFactory;

/**
 * Names messages: UUIDs of version 7 (RFC 9562 §5.7), the time and 74 random bits. Axon's own ask one secure generator
 * for each of the four or so messages of a command, and threads queue up for it. An id need be unique, not secret.
 *
 * <p>Found by Axon through {@code META-INF/services}.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    @Override
    public String generateIdentifier() {
        var random = ThreadLocalRandom.current();
        long timeFirst = (System.currentTimeMillis() << 16) | VERSION | (random.nextLong() & 0xfffL);
        return new UUID(timeFirst, VARIANT | (random.nextLong() >>> 2)).toString();
    }
}
