package io.taskledger.query;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

import io.taskledger.command.Receipts;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.ledger.command.AggregateCache;
import io.taskledger.ledger.command.ReloadingCommandBus;
import io.taskledger.ledger.command.StreamHeads;
import io.taskledger.query.projection.LiveSchemaNaming;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.OwnWrites;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import io.taskledger.query.projection.TokenPositions;
import io.taskledger.query.task.TaskLiveUpdates;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tasks and their read models, wired as the product is and without edges; one for all tests of a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration"
        })
@ComponentScan({"io.taskledger.query", "io.taskledger.command.task"})
@EntityScan("io.taskledger.query")
@EnableJpaRepositories("io.taskledger.query")
public class ReadSide {

    /** The bean of a type; the first to ask starts the context. */
    public static <T> T bean(Class<T> type) {
        return Running.CONTEXT.getBean(type);
    }

    @Bean
    DataSource database() {
        return Databases.fresh();
    }

    @Bean
    LiveVersions liveVersions(DataSource database) {
        return new LiveVersions(
                JdbcClient.create(database), new TransactionTemplate(new DataSourceTransactionManager(database)));
    }

    @Bean
    HibernatePropertiesCustomizer liveSchemas(LiveVersions versions) {
        return properties -> properties.put("hibernate.physical_naming_strategy", new LiveSchemaNaming(versions));
    }

    @Bean
    ProjectionProgress projectionProgress(
            ObjectProvider<EventProcessingConfiguration> processors, JdbcClient jdbc, LiveVersions versions) {
        return new ProjectionProgress(processors::getObject, new TokenPositions(jdbc, versions));
    }

    @Bean
    OwnWrites ownWrites(ProjectionProgress progress) {
        return new OwnWrites(progress);
    }

    @Bean
    Receipts receipts(OwnWrites ownWrites) {
        return new Receipts(ownWrites::note);
    }

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

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    LedgerEventStore eventStore(
            ConnectionProvider connections,
            DataSource database,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events) {
        return LedgerEventStore.builder()
                .storageEngine(LedgerEventStorageEngine.builder()
                        .connectionProvider(connections)
                        .dataSource(database)
                        .eventSerializer(events)
                        .snapshotSerializer(general)
                        .withoutSnapshots()
                        .build())
                .build();
    }

    @Bean
    Cache aggregateCache() {
        return new AggregateCache(1_000);
    }

    @Bean
    CorrelationDataProvider actors() {
        return new SimpleCorrelationDataProvider("actor", "via");
    }

    @Bean
    CommandBus commandBus(
            TransactionManager transactions, ConnectionProvider connections, CorrelationDataProvider correlation) {
        var bus = new ReloadingCommandBus(
                SimpleCommandBus.builder().transactionManager(transactions), new StreamHeads(connections));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        return bus;
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService projectionWorkers() {
        return Executors.newScheduledThreadPool(3);
    }

    @Bean
    ConfigurerModule projectionProcessors(
            LiveVersions versions,
            ConnectionProvider connections,
            Serializer general,
            ScheduledExecutorService workers) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            processing.registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
            for (var projection : Projection.all()) {
                var tokens = tokens(versions.schema(projection.name()), connections, general);
                follow(
                        processing,
                        projection.name(),
                        tokens,
                        (_, processor) -> processor
                                .workerExecutor(workers)
                                .initialToken(StreamableMessageSource::createTailToken));
            }
            follow(
                    processing,
                    TaskLiveUpdates.GROUP,
                    new InMemoryTokenStore(),
                    (_, processor) ->
                            processor.workerExecutor(workers).initialToken(StreamableMessageSource::createHeadToken));
        };
    }

    private static void follow(
            EventProcessingConfigurer processing,
            String name,
            TokenStore tokens,
            EventProcessingConfigurer.PooledStreamingProcessorConfiguration details) {
        processing.registerTokenStore(name, _ -> tokens);
        processing.registerPooledStreamingEventProcessor(
                name,
                Configuration::eventStore,
                (axon, processor) -> details.apply(axon, processor.initialSegmentCount(1)));
    }

    private static JdbcTokenStore tokens(String schema, ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .contentType(byte[].class)
                .schema(TokenSchema.builder()
                        .setTokenTable(schema + ".token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .build();
    }

    /** Started when first asked for. */
    private static final class Running {
        static final ConfigurableApplicationContext CONTEXT = new SpringApplicationBuilder(ReadSide.class)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.main.web-application-type=none",
                        "spring.jpa.hibernate.ddl-auto=validate",
                        "spring.jpa.open-in-view=false",
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.serializer.general=jackson")
                .run();
    }
}
