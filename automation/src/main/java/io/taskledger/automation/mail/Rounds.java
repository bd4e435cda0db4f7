package io.taskledger.automation.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Sends the postman round: at once when something was filed here, and every second for what was filed elsewhere. */
final class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_LETTER = Duration.ofSeconds(5);

    private final Postman postman;
    private final Semaphore bell;
    private volatile boolean running;
    private Thread going = new Thread();

    /** @param bell is given a permit when something was filed */
    Rounds(Postman postman, Semaphore bell) {
        this.postman = postman;
        this.bell = bell;
    }

    @Override
    public synchronized void start() {
        running = true;
        going = Thread.ofPlatform().name("mail").daemon().start(this::goRound);
    }

    /** A letter that is on its way is let go out. */
    @Override
    public synchronized void stop() {
        running = false;
        bell.release();
        try {
            going.join(LAST_LETTER);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void goRound() {
        while (running) {
            if (!delivered()) {
                await();
            }
        }
    }

    private boolean delivered() {
        try {
            return postman.deliverOne();
        } catch (DataAccessException | TransactionException away) {
            log.warn("Mail waits for the database: {}", away.getClass().getSimpleName());
            return false;
        }
    }

    private void await() {
        try {
            if (bell.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
