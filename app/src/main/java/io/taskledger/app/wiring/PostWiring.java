package io.taskledger.app.wiring;

import java.util.concurrent.ScheduledExecutorService;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.automation.mail.LetterKind;
import io.taskledger.automation.mail.MailSettings;
import io.taskledger.automation.mail.MailWiring;
import io.taskledger.automation.mail.Outbox;
import io.taskledger.automation.mail.SecretLinks;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.PromptThreads;
import io.taskledger.security.link.LinkMail;
import io.taskledger.security.link.LinkTokens;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** Mail: what it is told of the settings, what it and the security module need of each other, and what fills its outbox. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class PostWiring {

    private static final String SCHEMA = "automation";

    /** Coordinator and worker. */
    private static final int THREADS = 2;

    private static final int BATCH = 50;

    @Bean
    MailSettings mailSettings(TaskledgerSettings settings) {
        return settings.mail();
    }

    /** Unhurried: a transaction lasts as long as a mail server likes, and appends nothing. */
    @Bean(defaultCandidate = false)
    @Qualifier(MailWiring.SENDING)
    HikariDataSource sendingConnections(Schemas schemas) {
        return schemas.session(Role.APPENDER, "mail", TimeLimits.UNHURRIED).pool(1, 0);
    }

    @Bean
    SecretLinks secretLinks(LinkTokens links) {
        return links::token;
    }

    @Bean
    LinkMail linkMail(Outbox outbox) {
        return (purpose, to, link) -> outbox.fileLink(
                switch (purpose) {
                    case VERIFY_EMAIL -> LetterKind.VERIFY_EMAIL;
                    case RESET_PASSWORD -> LetterKind.RESET_PASSWORD;
                },
                to,
                link);
    }

    @Bean(defaultCandidate = false, destroyMethod = "shutdown")
    @Qualifier(MailWiring.GROUP)
    ScheduledExecutorService mailWorkers() {
        return new PromptThreads(THREADS, "mail-events-");
    }

    /**
     * Begins where the ledger ends when mail is first there, and never goes back: what happened before is nobody's news.
     * What cannot be filed waits as a dead letter, and is tried again.
     */
    @Bean
    ConfigurerModule mailEvents(FeedKit kit, @Qualifier(MailWiring.GROUP) ScheduledExecutorService workers) {
        return configurer -> configurer
                .eventProcessing()
                .registerTokenStore(MailWiring.GROUP, axon -> kit.tokens(SCHEMA))
                .registerDeadLetterQueue(MailWiring.GROUP, axon -> kit.deadLetters(MailWiring.GROUP))
                .registerPooledStreamingEventProcessor(
                        MailWiring.GROUP,
                        Configuration::eventStore,
                        (axon, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(BATCH)
                                .workerExecutor(workers)
                                .coordinatorExecutor(workers)
                                .initialToken(StreamableMessageSource::createHeadToken));
    }

    @Bean
    MailRetries mailRetries(Configuration axon) {
        return new MailRetries(axon);
    }
}
