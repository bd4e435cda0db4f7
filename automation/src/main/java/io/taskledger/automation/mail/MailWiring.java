package io.taskledger.automation.mail;

import java.time.Clock;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts mail together. Wants from outside: {@link MailSettings}, {@link SecretLinks}, a {@link Clock}, the query gateway, a
 * database, the connections called {@link #SENDING}, and an event processor called {@link #GROUP} that is never replayed.
 */
@Configuration(proxyBeanMethods = false)
public class MailWiring {

    /** The event processor that fills the outbox. Its name is stored: it must not change. */
    public static final String GROUP = "mail";

    /**
     * Qualifies the connections that hold a letter while it is being sent; one is enough. Apart from those of people's
     * commands, whose transactions must be short: a server may take its time.
     */
    public static final String SENDING = "sending";

    @Bean
    Bell bell() {
        return new Bell(new Semaphore(0));
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, Clock clock, Bell bell) {
        return new Outbox(jdbc, clock, bell.permits()::release);
    }

    @Bean
    Notices notices(QueryGateway queries, Outbox outbox) {
        return new Notices(new Facts(queries), outbox);
    }

    @Bean
    WayOut wayOut(MailSettings settings) {
        return settings.server().<WayOut>map(BySmtp::new).orElseGet(() -> new IntoFolder(settings.folder()));
    }

    @Bean
    Envelope envelope(MailSettings settings) {
        return new Envelope(settings.from(), settings.publicUrl());
    }

    @Bean
    Rounds rounds(
            @Qualifier(SENDING) DataSource sending,
            QueryGateway queries,
            SecretLinks links,
            MailSettings settings,
            Envelope envelope,
            WayOut way,
            Clock clock,
            Bell bell) {
        var facts = new Facts(queries);
        var postman = new Postman(
                new WaitingLetters(JdbcClient.create(sending)),
                new TransactionTemplate(new DataSourceTransactionManager(sending)),
                facts,
                new Writer(facts, links, settings.publicUrl()),
                envelope,
                way,
                clock);
        return new Rounds(postman, bell.permits());
    }

    @Bean
    TestMail testMail(Envelope envelope, WayOut way, MailSettings settings, Clock clock) {
        return new TestMail(envelope, way, settings, clock);
    }

    @Bean
    MailSweep mailSweep(Outbox outbox) {
        return new MailSweep(outbox);
    }

    /** Rung when something was filed on this node. */
    record Bell(Semaphore permits) {}
}
