package io.taskledger.app.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a backup consists of: {@code manifest.json} in its folder, and beside it {@code manifest.json.sha256}.
 *
 * @param form of this record, {@value #FORM}; a later one reads earlier ones
 * @param id the folder's name, which tells when it was begun
 * @param product the version that took it
 * @param endedAt from when on it is whole: the earliest instant to go back to
 * @param log of the embedded database; null of an external one, which is a snapshot of {@code startedAt}
 * @param folders below {@code data} in the parts, parents first, some of them empty
 * @param parts all other files of the folder
 * @param contents digests of the contents of files that were named by then
 */
public record Manifest(
        int form,
        String id,
        String product,
        Instant startedAt,
        Instant endedAt,
        @Nullable Log log,
        Ledger ledger,
        List<String> folders,
        List<Part> parts,
        List<String> contents) {

    static final int FORM = 1;

    /** A file that lacks something is none. */
    public Manifest {
        Stream.of(id, product, startedAt, endedAt, ledger, folders, parts, contents)
                .forEach(Objects::requireNonNull);
    }

    /**
     * The embedded database's log, which belongs to its copy.
     *
     * @param archive the name of its folder
     * @param firstSegment that is needed
     * @param lastSegment that is needed for the copy alone
     */
    public record Log(String archive, String firstSegment, String lastSegment) {}

    /**
     * The ledger, as far as it was settled when the backup was begun.
     *
     * @param upTo a position
     * @param sha256 see {@link io.taskledger.ledger.LedgerDigest}
     */
    public record Ledger(long upTo, long events, String sha256) {}

    /**
     * A file, packed by gzip.
     *
     * @param path in the folder
     * @param bytes of the packed file
     * @param sha256 of the packed file
     */
    public record Part(String path, long bytes, String sha256) {}

    long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }
}
