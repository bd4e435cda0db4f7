package io.taskledger.app.wiring;

import java.util.concurrent.TimeUnit;

import io.taskledger.automation.mail.MailWiring;
import org.axonframework.config.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Tries the events again that could not be turned into mail, every five minutes, one stream after the other. */
final class MailRetries {

    private final Configuration axon;

    MailRetries(Configuration axon) {
        this.axon = axon;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void retry() {
        axon.eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(MailWiring.GROUP)
                .ifPresent(letters -> letters.processAny());
    }
}
