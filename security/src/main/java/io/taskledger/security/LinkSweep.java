package io.taskledger.security;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;

/** Forgets links that ran out long ago, once an hour. Every node does: what is gone is gone. */
final class LinkSweep {

    private final Links links;

    LinkSweep(Links links) {
        this.links = links;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        links.sweep();
    }
}
