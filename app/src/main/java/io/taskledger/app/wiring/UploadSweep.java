package io.taskledger.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.taskledger.storage.FileStore;
import org.springframework.scheduling.annotation.Scheduled;

/** Clears away, once an hour, what uploads left behind whose process died. No upload pauses for a day. */
final class UploadSweep {

    private static final Duration SILENCE = Duration.ofDays(1);

    private final FileStore files;
    private final Clock clock;

    UploadSweep(FileStore files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        files.clearAbandoned(clock.instant().minus(SILENCE));
    }
}
