package io.taskledger.automation.mail;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;

/** Forgets mails that ended long ago, twice a day. Every node does: what is gone is gone. */
final class MailSweep {

    private final Outbox outbox;

    MailSweep(Outbox outbox) {
        this.outbox = outbox;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 12, timeUnit = TimeUnit.HOURS)
    void sweep() {
        outbox.sweep();
    }
}
