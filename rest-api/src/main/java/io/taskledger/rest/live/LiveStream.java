package io.taskledger.rest.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.taskledger.rest.stream.ServerSentEvents;
import tools.jackson.databind.json.JsonMapper;

/** Tells one listener what changes, until they had enough or may hear no more. */
final class LiveStream {

    private static final Duration RETRY = Duration.ofSeconds(3);

    /** So long a listener is told nothing more after their session has ended, and has not noticed. */
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final ServerSentEvents out;
    private final JsonMapper json;
    private final BooleanSupplier welcome;
    private final Supplier<Duration> heartbeat;
    private long written;

    /**
     * @param welcome whether the listener may still be told anything; asked before they are, and several times a second
     * @param heartbeat how long there is silence at most; asked several times a second, too
     */
    LiveStream(ServerSentEvents out, JsonMapper json, BooleanSupplier welcome, Supplier<Duration> heartbeat) {
        this.out = out;
        this.json = json;
        this.welcome = welcome;
        this.heartbeat = heartbeat;
    }

    /** How much somebody wants to hear. */
    record Enough(int events, Duration time) {}

    /**
     * @param head where the ledger stood once the feed was there
     * @param reset whether the listener comes from a time of which nothing is told any more
     */
    void tell(LiveFeed feed, long head, boolean reset, Enough enough) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        out.beginning(RETRY, head);
        var told = 0;
        if (reset) {
            event(Happening.reset(head));
            told++;
        }
        flush();
        for (var left = enough.time(); told < enough.events() && left.isPositive() && welcome.getAsBoolean(); ) {
            var next = feed.next(shortest(left, GLANCE, heartbeat.get()));
            if (next.isPresent() && welcome.getAsBoolean()) {
                event(next.get());
                told++;
                flush();
            } else if (since(written).compareTo(heartbeat.get()) >= 0) {
                out.comment("still here");
                flush();
            }
            left = enough.time().minus(since(begun));
        }
    }

    private void event(Happening one) throws IOException {
        out.event(one.type(), one.position(), json.writeValueAsString(one));
    }

    private void flush() throws IOException {
        out.flush();
        written = System.nanoTime();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static Duration shortest(Duration... all) {
        return Stream.of(all).min(Comparator.naturalOrder()).orElseThrow();
    }
}
