package io.taskledger.automation.content;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;
import io.taskledger.storage.KeptContent;
import io.taskledger.storage.OpenContent;
import io.taskledger.storage.StoredContent;
import io.taskledger.storage.Upload;

/** A real store in which something happens right before a content is discarded. */
record StoreAtWork(FileStore store, Runnable beforeDiscarding) implements FileStore {

    @Override
    public boolean discard(ContentDigest digest, Instant keptBefore) {
        beforeDiscarding.run();
        return store.discard(digest, keptBefore);
    }

    @Override
    public StoredContent keep(Upload upload) throws IOException {
        return store.keep(upload);
    }

    @Override
    public StoredContent keepPicture(InputStream content) throws IOException {
        return store.keepPicture(content);
    }

    @Override
    public Optional<OpenContent> open(ContentDigest digest) {
        return store.open(digest);
    }

    @Override
    public void bringBack(ContentDigest digest, InputStream content) throws IOException {
        store.bringBack(digest, content);
    }

    @Override
    public void delete(ContentDigest digest) {
        store.delete(digest);
    }

    @Override
    public Stream<KeptContent> keptBefore(Instant instant) {
        return store.keptBefore(instant);
    }

    @Override
    public int clearAbandoned(Instant before) {
        return store.clearAbandoned(before);
    }
}
