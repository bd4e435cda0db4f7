package io.taskledger.storage;

import java.io.IOException;
import java.io.InputStream;

/**
 * A content that is being read.
 *
 * @param size in bytes
 * @param mediaType as the bytes alone show it: coarser than what was found when a file of that name was taken in, exact for
 *     pictures
 * @param stream throws {@link ContentDamaged} instead of the last bytes, where they are not what was taken in
 */
public record OpenContent(long size, String mediaType, InputStream stream) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
