package io.taskledger.storage;

import java.time.Instant;

/**
 * A content in the store.
 *
 * @param size in bytes
 * @param keptAt when it was taken in, the last time
 */
public record KeptContent(ContentDigest digest, long size, Instant keptAt) {}
