package io.taskledger.automation.mail;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import io.taskledger.automation.mail.MailSettings.SmtpServer;
import io.taskledger.automation.mail.MailSettings.Tls;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail as the product wires it, on a database of its own, with a clock that a test sets and a {@link World} to ask. */
final class PostOffice {

    static final URI PUBLIC_URL = URI.create("https://tasks.example.org");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final World world = new World();
    final DataSource database = migrated();
    final JdbcClient jdbc = JdbcClient.create(database);
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    final Facts facts = new Facts(world.gateway());
    final Outbox outbox;
    final Notices notices;
    private final AtomicLong positions = new AtomicLong();
    private volatile Instant now = NOON;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    PostOffice() {
        outbox = new Outbox(jdbc, clock, () -> {});
        notices = new Notices(facts, outbox);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void itIs(Instant time) {
        now = time;
    }

    Postman postman(WayOut way) {
        return new Postman(new WaitingLetters(jdbc), transaction, facts, writer(), envelope(), way, clock);
    }

    Postman postman(int smtpPort) {
        return postman(new BySmtp(new SmtpServer("127.0.0.1", smtpPort, Optional.empty(), Tls.AUTO)));
    }

    /** All that is due. */
    void deliver(Postman postman) {
        while (postman.deliverOne()) {
            Thread.onSpinWait();
        }
    }

    Writer writer() {
        return new Writer(facts, world::token, PUBLIC_URL);
    }

    static Envelope envelope() {
        return new Envelope("Taskledger <post@tasks.example.org>", PUBLIC_URL);
    }

    /** An event of somebody's. */
    static EventMessage<Object> event(Object payload, UserId actor) {
        return new GenericEventMessage<>(payload, Map.of(MetadataKeys.ACTOR, actor.text()));
    }

    static EventMessage<Object> inBulk(EventMessage<Object> event) {
        return event.andMetaData(MetaData.with(MetadataKeys.BULK, "true"));
    }

    TrackingToken next() {
        return new GlobalSequenceTrackingToken(positions.incrementAndGet());
    }

    String state() {
        return jdbc.sql("select state from automation.letter")
                .query(String.class)
                .single();
    }

    Optional<String> note() {
        return jdbc.sql("select note from automation.letter where note is not null")
                .query(String.class)
                .optional();
    }

    long letters() {
        return jdbc.sql("select count(*) from automation.letter")
                .query(Long.class)
                .single();
    }

    String link() {
        return "link-" + UUID.randomUUID();
    }

    private static DataSource migrated() {
        var details = TemporaryPostgres.shared().freshDatabase("automation", PostOffice::prepare);
        return new DriverManagerDataSource(details.jdbcUrl(), details.user(), details.password());
    }

    private static void prepare(ConnectionDetails empty) {
        Flyway.configure()
                .dataSource(empty.jdbcUrl(), empty.user(), empty.password())
                .schemas("automation")
                .locations("classpath:db/automation")
                .load()
                .migrate();
    }
}
