package io.taskledger.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.storage.ContentRefusal.ExtensionNotAllowed;

/** Looks at what comes in before it is put on the shelf, and at what goes out. */
final class ShelvedFileStore implements FileStore {

    private final FileSettings settings;
    private final Intake intake;
    private final Shelf shelf;

    ShelvedFileStore(FileSettings settings, Intake intake, Shelf shelf) {
        this.settings = settings;
        this.intake = intake;
        this.shelf = shelf;
    }

    @Override
    public StoredContent keep(Upload upload) throws IOException {
        var name = FileNames.safe(upload.name());
        var extension = FileNames.extension(name);
        if (!settings.extensions().contains(extension)) {
            throw new ContentRefused(new ExtensionNotAllowed(extension, settings.extensions()));
        }
        try (var received = intake.receive(upload.content(), settings.limit())) {
            var mediaType = FileTypes.ofFile(received.file(), extension);
            shelf.place(received.file(), received.digest());
            return new StoredContent(name, received.digest(), received.size(), mediaType);
        }
    }

    @Override
    public StoredContent keepPicture(InputStream content) throws IOException {
        try (var received = intake.receive(content, FileSettings.PICTURE_LIMIT)) {
            var picture = Pictures.examine(received.file());
            shelf.place(received.file(), received.digest());
            return new StoredContent(
                    "picture." + picture.extension(), received.digest(), received.size(), picture.mediaType());
        }
    }

    @Override
    public Optional<OpenContent> open(ContentDigest digest) {
        return shelf.open(digest).map(lying -> verified(digest, lying));
    }

    @Override
    public void bringBack(ContentDigest digest, InputStream content) throws IOException {
        try (var received = intake.receive(content, Long.MAX_VALUE)) {
            if (!received.digest().equals(digest)) {
                throw new ContentDamaged(digest);
            }
            shelf.place(received.file(), digest);
        }
    }

    private static OpenContent verified(ContentDigest digest, Shelf.Lying lying) {
        var start = new BufferedInputStream(lying.stream());
        try {
            var mediaType = FileTypes.ofContent(start);
            return new OpenContent(lying.size(), mediaType, new VerifiedStream(start, digest, lying.size()));
        } catch (IOException unreadable) {
            throw StoreUnavailable.folder(unreadable);
        }
    }

    @Override
    public void delete(ContentDigest digest) {
        shelf.delete(digest);
    }

    @Override
    public Stream<KeptContent> keptBefore(Instant instant) {
        return shelf.keptBefore(instant);
    }

    @Override
    public boolean discard(ContentDigest digest, Instant keptBefore) {
        return shelf.discard(digest, keptBefore);
    }

    @Override
    public int clearAbandoned(Instant before) {
        shelf.putBack();
        return intake.clearAbandoned(before);
    }
}
