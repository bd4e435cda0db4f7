package io.taskledger.app.wiring;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.command.Receipts;
import io.taskledger.command.ToldTime;
import io.taskledger.command.once.OncePerKey;
import io.taskledger.ledger.LateTransactions;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.ledger.command.AggregateCache;
import io.taskledger.ledger.command.ReloadingCommandBus;
import io.taskledger.ledger.command.StreamHeads;
import io.taskledger.ledger.idempotency.IdempotencyKeys;
import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.ledger.type.EventTypes;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.query.projection.OwnWrites;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Axon on the ledger: where events are stored, under which names, and what a command's sender gets back. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    /** A task of the usual size takes some kilobytes. */
    private static final long CACHED_AGGREGATES = 10_000;

    @Bean
    @Primary
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** Also the connection provider of all. */
    @Bean
    LateTransactions lateTransactions(TransactionManager transactions, DataSource database) {
        return new LateTransactions(
                transactions,
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database)),
                database::getConnection,
                LedgerWiring::decidesFromTheLedgerAlone);
    }

    /** Projections' commands change rows too, and registration writes a secret in the transaction that it is part of. */
    private static boolean decidesFromTheLedgerAlone(Message<?> message) {
        return (message.getPayload() instanceof TaskCommand || message.getPayload() instanceof AccountCommand)
                && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    @Bean
    EventTypes eventTypes() {
        return Apart.eventTypes();
    }

    /** Tokens and diagnostics: Jackson 2, which reads back every token that Axon 4.13 writes. */
    @Bean
    @Primary
    Serializer serializer() {
        return JacksonSerializer.defaultSerializer();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(EventTypes types, RevisionResolver revisions, PersonalCipher cipher) {
        return Apart.events(types, revisions, cipher);
    }

    @Bean
    LedgerEventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            @Qualifier(DatabaseWiring.APPENDER) DataSource database,
            @Qualifier("eventSerializer") Serializer events) {
        return LedgerEventStorageEngine.builder()
                .connectionProvider(connections)
                .dataSource(database)
                .eventSerializer(events)
                // Were any taken, they would be as sealed as events are.
                .snapshotSerializer(events)
                .withoutSnapshots()
                .build();
    }

    @Bean(initMethod = "start")
    LedgerWakeUp ledgerWakeUp(Schemas schemas) {
        return new LedgerWakeUp(
                schemas.session(Role.APPENDER, "wake-up", TimeLimits.LASTING).direct());
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    LedgerEventStore eventStore(LedgerEventStorageEngine engine, LedgerWakeUp otherNodes) {
        return LedgerEventStore.builder()
                .storageEngine(engine)
                .wakeUp(otherNodes)
                .build();
    }

    @Bean
    Reservations reservations(ConnectionProvider connections) {
        return new Reservations(connections);
    }

    @Bean
    Cache aggregateCache() {
        return new AggregateCache(CACHED_AGGREGATES);
    }

    @Bean
    CommandBus commandBus(
            LateTransactions transactions, ConnectionProvider connections, List<CorrelationDataProvider> correlation) {
        var bus = new ReloadingCommandBus(
                SimpleCommandBus.builder().transactionManager(transactions), new StreamHeads(connections));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        return bus;
    }

    @Bean
    IdempotencyKeys idempotencyKeys(ConnectionProvider connections) {
        return new IdempotencyKeys(connections);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    OncePerKey oncePerKey(IdempotencyKeys keys) {
        return new OncePerKey(keys);
    }

    @Bean
    KeySweep keySweep(IdempotencyKeys keys) {
        return new KeySweep(keys);
    }

    @Bean
    Receipts receipts(OwnWrites ownWrites) {
        return new Receipts(ownWrites::note);
    }

    /** Axon asks this one clock for the time of every event that an aggregate applies. */
    @Bean
    ToldTime toldTime(Clock clock) {
        var told = new ToldTime(clock);
        GenericEventMessage.clock = told.clock();
        return told;
    }
}
