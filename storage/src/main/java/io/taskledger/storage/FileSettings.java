package io.taskledger.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the operator decides about files.
 *
 * @param folder where contents are, and where uploads are gathered even if the contents go to a bucket
 * @param limit in bytes: as many are allowed
 * @param extensions allowed ones, with their dots and in lower case; in the order in which people are told of them
 * @param s3 where contents are instead
 */
public record FileSettings(Path folder, long limit, List<String> extensions, Optional<S3Settings> s3) {

    /** 10 MiB. */
    public static final long DEFAULT_LIMIT = 10_485_760;

    public static final List<String> DEFAULT_EXTENSIONS =
            List.of(".jpg", ".jpeg", ".png", ".gif", ".pdf", ".txt", ".doc", ".docx");

    /** Most bytes of a person's picture: 2 MiB. */
    public static final long PICTURE_LIMIT = 2_097_152;

    /** Most pixels of a person's picture, width and height multiplied. */
    public static final long PICTURE_PIXELS = 25_000_000;

    public FileSettings {
        extensions = List.copyOf(extensions);
    }

    /** What holds where the operator said nothing. */
    public static FileSettings defaults(Path folder) {
        return new FileSettings(folder, DEFAULT_LIMIT, DEFAULT_EXTENSIONS, Optional.empty());
    }
}
