package io.taskledger.rest.live;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.taskledger.messages.UserId;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.Refused;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who listens on this node, so that nobody does so too often, and nobody holds up its stop. */
@Component
class OpenStreams {

    static final int MOST_OF_ONE_PERSON = 8;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PROBE = Duration.ofMillis(200);
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private final ConcurrentMap<UserId, Integer> listening = new ConcurrentHashMap<>();
    private final ConcurrentMap<UserId, Long> refused = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** To be followed by one {@link #leave}. */
    void enter(UserId person) {
        if (listening.merge(person, 1, Integer::sum) > MOST_OF_ONE_PERSON) {
            refused.put(person, System.nanoTime());
            leave(person);
            throw new Refused(Problem.tooManyAtOnce(MOST_OF_ONE_PERSON));
        }
    }

    void leave(UserId person) {
        if (listening.computeIfPresent(person, (_, streams) -> streams == 1 ? null : streams - 1) == null) {
            refused.remove(person);
        }
    }

    /**
     * How long this person's streams are silent at most. Whoever has gone without a word is noticed when something is
     * written to them: soon, where their place is asked for.
     */
    Duration heartbeat(UserId person) {
        var last = refused.get(person);
        return last != null && System.nanoTime() - last < DOUBT.toNanos() ? PROBE : HEARTBEAT;
    }

    /** Whether whoever listens is to go on elsewhere. */
    boolean isStopping() {
        return stopping;
    }

    /** What a node's stop begins with, whether or not it drains before. */
    @EventListener
    void on(AvailabilityChangeEvent<?> changed) {
        if (changed.getState() instanceof ReadinessState readiness) {
            stopping = readiness == ReadinessState.REFUSING_TRAFFIC;
        }
    }
}
