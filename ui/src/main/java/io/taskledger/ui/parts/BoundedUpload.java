package io.taskledger.ui.parts;

import java.io.IOException;
import java.util.function.BiConsumer;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;

/**
 * Takes a file into memory, up to a size: what the page is told of it holds nobody off who sends without the page, and the
 * framework's own handler takes whatever comes.
 */
public final class BoundedUpload implements UploadHandler {

    /** Around the one file of a form. */
    private static final int FORM_BYTES = 10_000;

    private final int limit;
    private final BiConsumer<String, byte[]> take;
    private final Runnable tooLarge;

    /**
     * @param limit in bytes: as many are allowed
     * @param take gets the name and the content, with the tab's lock held
     * @param tooLarge called so as well, where there is more
     */
    public BoundedUpload(int limit, BiConsumer<String, byte[]> take, Runnable tooLarge) {
        this.limit = limit;
        this.take = take;
        this.tooLarge = tooLarge;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        try (var sent = event.getInputStream()) {
            var content = event.getFileSize() > limit ? new byte[0] : sent.readNBytes(limit);
            if (event.getFileSize() > limit || sent.read() != -1) {
                event.reject();
                Screen.show(event.getUI(), tooLarge::run);
            } else {
                Screen.show(event.getUI(), () -> take.accept(event.getFileName(), content));
            }
        }
    }

    @Override
    public long getRequestSizeMax() {
        return (long) limit + FORM_BYTES;
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
