package io.taskledger.messages.history;

import java.time.Instant;

/**
 * That something happened within a while.
 *
 * @param first when the first step of it did
 * @param last when the last one did
 * @param steps 1 or more
 */
public record ChangeMark(Instant first, Instant last, long steps) {}
