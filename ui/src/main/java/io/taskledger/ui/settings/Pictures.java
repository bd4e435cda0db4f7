package io.taskledger.ui.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimits;
import io.taskledger.storage.FileStore;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People's pictures of themselves: the content into the store, its digest into the ledger. */
@Component
class Pictures {

    private final FileStore files;
    private final RateLimits limits;
    private final CommandGateway commands;

    Pictures(FileStore files, RateLimits limits, CommandGateway commands) {
        this.files = files;
        this.limits = limits;
        this.commands = commands;
    }

    /**
     * @throws io.taskledger.storage.ContentRefused where it is no picture, or too large
     * @throws io.taskledger.storage.StoreUnavailable where it cannot be kept just now
     * @throws io.taskledger.security.limit.RateLimited where too much was uploaded
     */
    void show(UserId of, byte[] picture) {
        limits.take(RateLimit.FILE_UPLOAD, of.text());
        try {
            var kept = files.keepPicture(new ByteArrayInputStream(picture));
            commands.<@Nullable Object>sendAndWait(
                    new SetPicture(of, kept.digest().hex()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void remove(UserId of) {
        commands.<@Nullable Object>sendAndWait(new SetPicture(of, null));
    }
}
