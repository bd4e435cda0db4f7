package io.taskledger.storage;

/**
 * A content that was taken in.
 *
 * @param name made safe, see {@link FileNames}; of a picture {@code picture} and its extension
 * @param size in bytes
 * @param mediaType what it is (RFC 6838), found in the content and not taken from the sender
 */
public record StoredContent(String name, ContentDigest digest, long size, String mediaType) {}
