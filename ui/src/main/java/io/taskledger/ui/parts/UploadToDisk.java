package io.taskledger.ui.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;

/** Takes a large file, up to a size, without ever having it in memory: many may send one at the same time. */
public final class UploadToDisk implements UploadHandler {

    private static final int FORM_BYTES = 10_000;

    private final long limit;
    private final BiConsumer<String, InputStream> take;
    private final Runnable tooLarge;

    /**
     * @param limit in bytes: as many are allowed
     * @param take gets the name and the content, with the tab's lock held; it closes the content, whose file is gone then
     * @param tooLarge called so as well, where there is more
     */
    public UploadToDisk(long limit, BiConsumer<String, InputStream> take, Runnable tooLarge) {
        this.limit = limit;
        this.take = take;
        this.tooLarge = tooLarge;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        var file = Files.createTempFile("taskledger-upload", null);
        var kept = false;
        try (var sent = event.getInputStream()) {
            kept = event.getFileSize() <= limit && isKept(sent, file);
            if (kept) {
                // Where the system can, the name is gone as soon as the file is open: nobody has to come back for it.
                var content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
                Screen.show(event.getUI(), () -> take.accept(event.getFileName(), content));
            } else {
                event.reject();
                Screen.show(event.getUI(), tooLarge::run);
            }
        } finally {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean isKept(InputStream sent, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[8192];
            var size = 0L;
            for (var read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
                size += read;
                if (size > limit) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
            return true;
        }
    }

    @Override
    public long getRequestSizeMax() {
        return limit + FORM_BYTES;
    }

    @Override
    public long getFileSizeMax() {
        return limit;
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
