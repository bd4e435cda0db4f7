package io.taskledger.rest.task;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import io.taskledger.messages.history.TaskStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps as server-sent events (HTML standard, §9.2): each a {@code step} whose id is its position, so that a player that lost
 * the connection carries on behind it; then one {@code end}.
 */
final class StepStream {

    /** However long nothing happened then, nobody waits for longer. */
    private static final double LONGEST_PAUSE_NANOS = 2e9;

    /** All pauses together: a stream holds a thread of the server. What is left comes without any. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final OutputStream out;
    private final JsonMapper json;
    private final double speed;
    private long paused;
    private long told;

    /** @param speed how many times as fast as it happened; 0 for at once */
    StepStream(OutputStream out, JsonMapper json, double speed) {
        this.out = out;
        this.json = json;
        this.speed = speed;
    }

    /**
     * Tells them all.
     *
     * @param first the first page
     * @param next the page behind a position; an empty one is the end
     */
    void tell(List<TaskStep> first, Function<Long, List<TaskStep>> next) throws IOException {
        @Nullable Instant before = null;
        for (var page = first;
                !page.isEmpty();
                page = next.apply(page.getLast().deed().position())) {
            for (var step : page) {
                pause(before, step.deed().at());
                before = step.deed().at();
                event("step", step.deed().position(), json.writeValueAsString(StepAnswer.of(step)));
                told++;
            }
            out.flush();
        }
        event("end", -1, "{\"steps\":" + told + "}");
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
            LockSupport.parkNanos(wait);
        }
    }

    private void event(String name, long id, String data) throws IOException {
        var text = "event: " + name + "\n" + (id < 0 ? "" : "id: " + id + "\n") + "data: " + data + "\n\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
