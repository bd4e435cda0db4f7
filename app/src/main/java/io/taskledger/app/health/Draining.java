package io.taskledger.app.health;

import java.util.concurrent.locks.LockSupport;

import io.taskledger.app.settings.TaskledgerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What a stop begins with: the node says that it is not ready, and goes on serving until proxies have noticed. Only then
 * does it take no new requests, and finishes those under way.
 */
@ConditionalOnWebApplication
@Component
class Draining implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final ApplicationContext context;
    private final TaskledgerSettings settings;
    private volatile boolean running;
    private volatile boolean draining;

    Draining(ApplicationContext context, TaskledgerSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var drain = settings.drain();
        if (drain.isZero()) {
            return;
        }
        draining = true;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        log.info("Not ready any more; stopping in {} s", drain.toSeconds());
        var end = System.nanoTime() + drain.toNanos();
        for (var left = drain.toNanos(); left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }

    /** Whether the node is about to stop, and still serves. */
    boolean isDraining() {
        return draining;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last to start and the first to stop, before the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
