package io.taskledger.security;

import java.util.concurrent.TimeUnit;

import io.taskledger.security.erasure.Erasures;
import io.taskledger.security.key.SigningKeys;
import io.taskledger.security.link.Links;
import io.taskledger.security.session.Sessions;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts away what is over, and finishes what a crash left undone. Every node does: what is gone is gone. */
final class Sweep {

    private final Links links;
    private final Sessions sessions;
    private final SigningKeys signing;
    private final Erasures erasures;

    Sweep(Links links, Sessions sessions, SigningKeys signing, Erasures erasures) {
        this.links = links;
        this.sessions = sessions;
        this.signing = signing;
        this.erasures = erasures;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetWhatIsOver() {
        links.sweep();
        sessions.sweep();
        signing.sweep();
        erasures.list();
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void eraseWhoWasDeleted() {
        erasures.carryOut();
    }
}
