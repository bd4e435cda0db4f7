package io.taskledger.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Where contents lie. Does what {@link FileStore} says of the methods of the same names. */
interface Shelf {

    /**
     * Puts a content in its place, also where it is already: then it counts as taken in just now.
     *
     * @param file whole and on the disk; may be gone afterwards
     */
    void place(Path file, ContentDigest digest);

    Optional<Lying> open(ContentDigest digest);

    void delete(ContentDigest digest);

    Stream<KeptContent> keptBefore(Instant instant);

    boolean discard(ContentDigest digest, Instant keptBefore);

    /** Undoes what a process that died had begun to discard. One that is at it just now finds that there is no need to. */
    void putBack();

    /** What lies there, unchecked. */
    record Lying(long size, InputStream stream) {}
}
