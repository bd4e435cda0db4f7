package io.taskledger.query;

import java.nio.charset.StandardCharsets;

import javax.sql.DataSource;

import io.taskledger.command.Streams;
import io.taskledger.command.account.CommonAccounts;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.ledger.command.AggregateCache;
import io.taskledger.ledger.command.ReloadingCommandBus;
import io.taskledger.ledger.command.StreamHeads;
import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.messages.account.NameDigest;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger and its commands as the product has them, on one node, with clear texts. */
@Configuration(proxyBeanMethods = false)
@Import(Streams.class)
class WriteSide {

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    @Primary
    Serializer serializer() {
        return JacksonSerializer.defaultSerializer();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return StoredEvents.serializer();
    }

    @Bean
    LedgerEventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            DataSource database,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events) {
        return LedgerEventStorageEngine.builder()
                .connectionProvider(connections)
                .dataSource(database)
                .eventSerializer(events)
                .snapshotSerializer(general)
                .withoutSnapshots()
                .build();
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    LedgerEventStore eventStore(LedgerEventStorageEngine engine) {
        return LedgerEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    Reservations reservations(ConnectionProvider connections) {
        return new Reservations(connections);
    }

    @Bean
    NameDigest nameDigest() {
        return name -> name.getBytes(StandardCharsets.UTF_8);
    }

    @Bean
    CommonAccounts commonAccounts() {
        return _ -> false;
    }

    @Bean
    Cache aggregateCache() {
        return new AggregateCache(1_000);
    }

    @Bean
    CorrelationDataProvider actors() {
        return new SimpleCorrelationDataProvider("actor", "via", "actionId", "undoes", "redoes");
    }

    @Bean
    CommandBus commandBus(
            TransactionManager transactions, ConnectionProvider connections, CorrelationDataProvider correlation) {
        var bus = new ReloadingCommandBus(
                SimpleCommandBus.builder().transactionManager(transactions), new StreamHeads(connections));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        return bus;
    }
}
