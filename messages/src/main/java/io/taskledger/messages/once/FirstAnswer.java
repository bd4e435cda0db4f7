package io.taskledger.messages.once;

import org.jspecify.annotations.Nullable;

/**
 * A request that was done already.
 *
 * @param digest of the request, in hex
 * @param rendered as its edge gave it to {@link KeepAnswer}; null where it did not get so far
 */
public record FirstAnswer(String digest, @Nullable String rendered) {}
