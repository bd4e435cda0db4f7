package io.taskledger.automation.mail;

import java.time.Duration;
import java.util.Map;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import org.awaitility.Awaitility;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static io.taskledger.automation.mail.World.ANN;
import static io.taskledger.automation.mail.World.BOB;
import static io.taskledger.automation.mail.World.FERNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The handlers behind a real event processor, whose token is in the database. */
class MailEventsTest {

    private final PostOffice office = new PostOffice();
    private final EventStore ledger = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private Configuration axon;
    private long sequence;

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void what_happened_before_mail_was_there_is_nobodys_news() {
        share();
        start();
        share();

        awaitLetters(1);
        assertThat(office.letters()).isEqualTo(1);
    }

    @Test
    void what_happens_while_nobody_runs_is_filed_at_the_next_start() {
        start();
        share();
        awaitLetters(1);
        processor().shutDown();
        share();
        share();

        processor().start();

        awaitLetters(3);
    }

    @Test
    void a_replay_is_refused() {
        start();
        share();
        awaitLetters(1);
        processor().shutDown();

        assertThatIllegalStateException()
                .isThrownBy(() -> processor().resetTokens(StreamableMessageSource::createTailToken))
                .withMessageContaining("do not support a reset");
        processor().start();
        share();

        awaitLetters(2);
    }

    @Test
    void the_system_asks_for_itself_whoever_did_the_deed() {
        start();
        share();
        awaitLetters(1);

        assertThat(office.world.askers).isNotEmpty().containsOnly("null");
    }

    private void share() {
        ledger.publish(new GenericDomainEventMessage<>(
                "task",
                FERNS.text(),
                sequence++,
                new TaskShared(FERNS, BOB, Permission.VIEW),
                Map.of(MetadataKeys.ACTOR, ANN.text())));
    }

    private void awaitLetters(long count) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> office.letters() == count);
    }

    private StreamingEventProcessor processor() {
        return axon.eventProcessingConfiguration()
                .eventProcessor(MailWiring.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private void start() {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(_ -> ledger)
                .configureTransactionManager(
                        _ -> new SpringTransactionManager(new DataSourceTransactionManager(office.database)));
        configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerTokenStore(MailWiring.GROUP, _ -> tokens())
                .registerEventHandler(_ -> new WhenTaskSharedThenMail(office.notices))
                .registerPooledStreamingEventProcessor(
                        MailWiring.GROUP,
                        Configuration::eventStore,
                        (_, processor) -> processor
                                .initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createHeadToken));
        axon = configurer.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !processor().processingStatus().isEmpty());
    }

    private TokenStore tokens() {
        return JdbcTokenStore.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(office.database)))
                .serializer(JacksonSerializer.defaultSerializer())
                .contentType(byte[].class)
                .nodeId("one")
                .schema(TokenSchema.builder()
                        .setTokenTable("automation.token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .build();
    }
}
