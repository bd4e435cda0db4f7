package io.taskledger.rest.history;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongConsumer;

import io.taskledger.messages.history.TaskStep;
import io.taskledger.rest.stream.ServerSentEvents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps as server-sent events: each a {@code step} whose id is its position, so that a player that lost
 * the connection carries on behind it; then one {@code end}.
 */
final class StepStream {

    /** However long nothing happened then, nobody waits for longer. */
    private static final double LONGEST_PAUSE_NANOS = 2e9;

    /** All pauses together: a stream holds a thread of the server. What is left comes without any. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What was read so long ago is asked for again: by now the reader may be shown less of it, or nothing. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ServerSentEvents out;
    private final JsonMapper json;
    private final double speed;
    private final LongConsumer waiting;
    private long paused;
    private long told;

    /** @param speed how many times as fast as it happened; 0 for at once */
    StepStream(ServerSentEvents out, JsonMapper json, double speed) {
        this(out, json, speed, LockSupport::parkNanos);
    }

    /** @param waiting lets so many nanoseconds go by */
    StepStream(ServerSentEvents out, JsonMapper json, double speed, LongConsumer waiting) {
        this.out = out;
        this.json = json;
        this.speed = speed;
        this.waiting = waiting;
    }

    /**
     * Tells them all.
     *
     * @param first the first page
     * @param behind where it begins; null at the beginning
     * @param next the page behind a position; an empty one is the end, none is for whom nothing is told any more
     */
    void tell(List<TaskStep> first, @Nullable Long behind, Function<@Nullable Long, Optional<List<TaskStep>>> next)
            throws IOException {
        @Nullable Instant before = null;
        var last = behind;
        var page = Optional.of(first);
        while (page.isPresent() && !page.get().isEmpty()) {
            var read = paused;
            for (var step : page.get()) {
                pause(before, step.deed().at());
                before = step.deed().at();
                if (paused - read >= FRESH.toNanos()) {
                    break;
                }
                last = step.deed().position();
                out.event("step", last, json.writeValueAsString(StepAnswer.of(step)));
                told++;
            }
            out.flush();
            page = next.apply(last);
        }
        if (page.isEmpty()) {
            return;
        }
        out.event("end", "{\"steps\":" + told + "}");
        out.flush();
    }

    private void pause(@Nullable Instant before, Instant now) throws IOException {
        if (speed == 0 || before == null || paused >= PATIENCE.toNanos()) {
            return;
        }
        var wait =
                (long) Math.min((double) Duration.between(before, now).toMillis() * 1e6 / speed, LONGEST_PAUSE_NANOS);
        if (wait > 0) {
            out.flush();
            paused += wait;
            waiting.accept(wait);
        }
    }
}
