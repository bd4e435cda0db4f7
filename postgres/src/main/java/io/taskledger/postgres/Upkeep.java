package io.taskledger.postgres;

import java.io.IOException;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the server from a thread of its own: starts it again when it ends unasked, and keeps its log small. */
final class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration BETWEEN_LOOKS_AT_THE_LOG = Duration.ofMinutes(1);
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(2);
    private static final Duration AFTER_ITS_LAST_WORD = Duration.ofSeconds(10);

    private final Postmaster.Setup setup;
    private final Thread thread;
    private volatile Postmaster postmaster;
    private volatile boolean ending;

    private Upkeep(Postmaster.Setup setup, Postmaster postmaster) {
        this.setup = setup;
        this.postmaster = postmaster;
        this.thread = Thread.ofPlatform().name("postgres-upkeep").daemon().unstarted(this::watch);
    }

    static Upkeep begin(Postmaster.Setup setup, Postmaster postmaster) {
        Upkeep upkeep = new Upkeep(setup, postmaster);
        upkeep.thread.start();
        return upkeep;
    }

    int port() {
        return postmaster.port();
    }

    /** Stops the server for good. */
    void end() throws InterruptedException {
        ending = true;
        thread.interrupt();
        thread.join();
        try {
            if (postmaster.process().isAlive()) {
                setup.data().stopFast();
            }
        } catch (PostgresUnavailable e) {
            if (!postmaster.isGoneWithin(AFTER_ITS_LAST_WORD)) {
                log.warn("{}; breaking PostgreSQL off, the next start replays its log", e.getMessage());
                setup.data().stopImmediately();
            }
        }
        if (!postmaster.isGoneWithin(AFTER_ITS_LAST_WORD)) {
            throw new PostgresUnavailable(
                    "PostgreSQL (process " + postmaster.process().pid() + ") said goodbye but did not go");
        }
    }

    private void watch() {
        try {
            while (!ending) {
                if (postmaster.isGoneWithin(BETWEEN_LOOKS_AT_THE_LOG)) {
                    restart();
                } else {
                    rotateLog();
                }
            }
        } catch (InterruptedException e) {
            log.debug("The upkeep of PostgreSQL ends");
        }
    }

    private void restart() throws InterruptedException {
        log.error(
                "PostgreSQL ended unasked (exit code {}); starting it again on port {}",
                postmaster.process().exitValue(),
                port());
        while (!ending) {
            try {
                postmaster = Postmaster.start(setup, port());
                log.info("PostgreSQL runs again on port {}", port());
                return;
            } catch (IOException | PostgresUnavailable e) {
                log.error("PostgreSQL cannot be started again yet: {}", e.getMessage());
                Thread.sleep(BETWEEN_STARTS);
            }
        }
    }

    private void rotateLog() throws InterruptedException {
        try {
            setup.log().rotate();
        } catch (IOException | PostgresUnavailable e) {
            log.warn("PostgreSQL's log could not be rotated: {}", e.getMessage());
        }
    }
}
