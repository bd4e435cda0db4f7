package io.taskledger.app.demo;

import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.context.SmartLifecycle;

/** Makes the demo ready, or closes it, at every start: once commands are taken, and before the web server lets anybody in. */
final class DemoAtStart implements SmartLifecycle {

    private final Runnable makeReady;
    private volatile boolean running;

    DemoAtStart(Runnable makeReady) {
        this.makeReady = makeReady;
    }

    @Override
    public void start() {
        makeReady.run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}
