package io.taskledger.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is in files: each content once, however many files have it, found by its digest. What a file is called and who may
 * read it is decided elsewhere. Every method may throw {@link StoreUnavailable}.
 */
public interface FileStore {

    /** In the folder of the settings, or in their bucket. */
    static FileStore open(FileSettings settings) {
        var intake = new Intake(settings.folder().resolve("incoming"));
        var shelf = settings.s3()
                .<Shelf>map(S3Shelf::open)
                .orElseGet(() -> new FolderShelf(settings.folder(), intake.folder()));
        return new ShelvedFileStore(settings, intake, shelf);
    }

    /**
     * Takes in a file. Once this returns, the content is on the disk (or in the bucket) for good, unless nothing names it
     * until it is collected as an orphan.
     *
     * @throws ContentRefused where the product does not want it; nothing of it is kept
     * @throws IOException where the upload itself broke off; nothing of it is kept
     */
    StoredContent keep(Upload upload) throws IOException;

    /**
     * Takes in a person's picture: PNG, JPEG or GIF, at most {@link FileSettings#PICTURE_LIMIT} bytes and
     * {@link FileSettings#PICTURE_PIXELS} pixels. It is kept as it came.
     *
     * @throws ContentRefused where it is none; nothing of it is kept
     * @throws IOException where the upload itself broke off
     */
    StoredContent keepPicture(InputStream content) throws IOException;

    /** Empty where there is no such content (any more). The caller closes what is opened. */
    Optional<OpenContent> open(ContentDigest digest);

    /**
     * Puts back a content that was kept elsewhere, without a look at its kind.
     *
     * @throws ContentDamaged where it is another; nothing of it is kept
     * @throws IOException where it cannot be read
     */
    void bringBack(ContentDigest digest, InputStream content) throws IOException;

    /** Deletes a content whoever names it; what is not there is deleted already. */
    void delete(ContentDigest digest);

    /**
     * All contents that were last taken in before an instant: those that no file names are orphans. Take an instant so long
     * ago that whatever was being uploaded then has its file by now. The caller closes the stream.
     */
    Stream<KeptContent> keptBefore(Instant instant);

    /**
     * Deletes an orphan, unless somebody has just taken the same content in again.
     *
     * @return whether it was deleted
     */
    boolean discard(ContentDigest digest, Instant keptBefore);

    /**
     * Clears away what uploads left behind whose process died, and puts back what one had begun to discard.
     *
     * @param before uploads that nothing was added to since
     * @return how many
     */
    int clearAbandoned(Instant before);
}
