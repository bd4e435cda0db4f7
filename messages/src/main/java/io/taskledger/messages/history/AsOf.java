package io.taskledger.messages.history;

import java.time.Instant;

/**
 * How far an answer goes.
 *
 * @param at what happened after it is not in it
 * @param position of the last event that the ledger had when it was answered, or of the one that was asked for; 0 while
 *     the ledger is empty
 */
public record AsOf(Instant at, long position) {}
