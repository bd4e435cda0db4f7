package io.taskledger.rest.account;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.UserId;
import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;
import io.taskledger.storage.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where people's pictures are found. The contract has a kind in the address, the ledger has none: it is found in the
 * content, once for each picture, since what a digest stands for never changes.
 */
@Component
class Avatars {

    private static final Map<String, String> KINDS =
            Map.of("image/png", "png", "image/jpeg", "jpg", "image/gif", "gif");
    private static final String UNKNOWN = "png";
    private static final int REMEMBERED = 1_000;

    private final FileStore files;

    private final Map<String, String> kinds = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    Avatars(FileStore files) {
        this.files = files;
    }

    /** Relative to the API's base; empty without a picture. */
    Optional<String> address(UserId userId, @Nullable String sha256) {
        return Optional.ofNullable(sha256).map(digest -> "/users/" + userId.text() + "/avatar." + kind(digest));
    }

    private String kind(String digest) {
        var known = kinds.get(digest);
        if (known != null) {
            return known;
        }
        var found = found(digest);
        found.ifPresent(kind -> kinds.put(digest, kind));
        return found.orElse(UNKNOWN);
    }

    /** Empty where the store does not have it just now: what else is known of the account is told all the same. */
    private Optional<String> found(String digest) {
        try {
            var opened = files.open(new ContentDigest(digest));
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (var content = opened.get()) {
                return Optional.ofNullable(KINDS.get(content.mediaType()));
            }
        } catch (IOException | StoreUnavailable away) {
            return Optional.empty();
        }
    }
}
