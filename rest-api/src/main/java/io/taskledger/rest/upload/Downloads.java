package io.taskledger.rest.upload;

import java.util.Optional;

import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;
import io.taskledger.storage.InlineContent;
import io.taskledger.storage.OpenContent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a content goes out: as it lies in the store, and so that no browser runs anything of it. */
public final class Downloads {

    private static final String AS_IT_SAYS = "X-Content-Type-Options";
    private static final String POLICY = "Content-Security-Policy";

    private Downloads() {}

    /**
     * Empty where the store does not have it.
     *
     * @param name that it is saved under
     * @param mediaType found when it was taken in
     * @param inline whether it is to be shown; only pictures are, and only what the bytes show to be one
     */
    public static Optional<ResponseEntity<InputStreamResource>> of(
            FileStore files, String sha256, String name, String mediaType, boolean inline) {
        return files.open(new ContentDigest(sha256)).map(content -> {
            var shown = inline
                    && InlineContent.mayBeShown(mediaType)
                    && content.mediaType().equals(mediaType);
            return answer(content, mediaType)
                    .header(HttpHeaders.CONTENT_DISPOSITION, shown ? SavedAs.inline(name) : SavedAs.attachment(name))
                    .body(new InputStreamResource(content.stream()));
        });
    }

    /**
     * Empty where the store does not have it; and not shown where it is no picture, whoever says that it is one.
     *
     * @param known {@code If-None-Match}: who has it already is not sent it again; null where nothing is said
     */
    public static Optional<ResponseEntity<InputStreamResource>> ofPicture(
            FileStore files, String sha256, @Nullable String known) {
        // Before it is opened: nobody would close what is not sent.
        if (known != null && known.contains(sha256)) {
            return Optional.of(ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .eTag(sha256)
                    .build());
        }
        return files.open(new ContentDigest(sha256)).map(content -> {
            var type = InlineContent.mayBeShown(content.mediaType())
                    ? content.mediaType()
                    : MediaType.APPLICATION_OCTET_STREAM_VALUE;
            return answer(content, type)
                    // Its address outlives it; asking again costs nothing while it is the same.
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .eTag(sha256)
                    .body(new InputStreamResource(content.stream()));
        });
    }

    private static ResponseEntity.BodyBuilder answer(OpenContent content, String mediaType) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .contentLength(content.size())
                .header(AS_IT_SAYS, "nosniff")
                .header(POLICY, "default-src 'none'; sandbox");
    }
}
