package io.taskledger.query;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.command.Receipts;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.ledger.command.AggregateCache;
import io.taskledger.ledger.command.ReloadingCommandBus;
import io.taskledger.ledger.command.StreamHeads;
import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.Feeds;
import io.taskledger.query.operation.RateLog;
import io.taskledger.query.projection.FirstVersions;
import io.taskledger.query.projection.LiveSchemaNaming;
import io.taskledger.query.projection.LiveSchemas;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.OwnWrites;
import io.taskledger.query.projection.ProjectionProgress;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.rebuild.OperationLog;
import io.taskledger.query.rebuild.Pace;
import io.taskledger.query.rebuild.PointerSwap;
import io.taskledger.query.rebuild.Rebuilder;
import io.taskledger.query.rebuild.Workshop;
import io.taskledger.query.task.TaskLiveUpdates;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.util.jpa.ContainerManagedEntityManagerProvider;
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
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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
@ComponentScan({
    "io.taskledger.query.task",
    "io.taskledger.query.account",
    "io.taskledger.query.operation",
    "io.taskledger.command.task",
    "io.taskledger.command.projection"
})
@EntityScan({"io.taskledger.query", "org.axonframework.eventhandling.deadletter.jpa"})
@EnableJpaRepositories("io.taskledger.query")
public class ReadSide {

    private static final AtomicInteger NODES = new AtomicInteger();

    static {
        // Each context would set logging up anew, and the first that is closed would end it for all.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    /** The bean of a type; the first to ask starts the context. */
    public static <T> T bean(Class<T> type) {
        return Running.CONTEXT.getBean(type);
    }

    @Bean
    Versions versions(DataSource database) {
        return new Versions(
                JdbcClient.create(database), new TransactionTemplate(new DataSourceTransactionManager(database)));
    }

    @Bean
    FirstVersions firstVersions(DataSource database, Versions versions) {
        return new FirstVersions(JdbcClient.create(database), versions);
    }

    @Bean
    LiveVersions liveVersions(DataSource database, Versions versions) {
        return new LiveVersions(JdbcClient.create(database), versions);
    }

    @Bean
    HibernatePropertiesCustomizer liveSchemas(FirstVersions first, LiveVersions live) {
        return properties -> {
            properties.put("hibernate.physical_naming_strategy", new LiveSchemaNaming(first));
            properties.put("hibernate.session_factory.statement_inspector", new LiveSchemas(first, live));
        };
    }

    @Bean
    EntityManagerProvider entityManagerProvider() {
        return new ContainerManagedEntityManagerProvider();
    }

    @Bean
    ProjectionProgress projectionProgress(Feeds feeds, JdbcClient jdbc, LiveVersions live) {
        return new ProjectionProgress(feeds, new Tokens(jdbc), live);
    }

    @Bean
    FeedKit feedKit(
            @Qualifier("eventStore") LedgerEventStore ledger,
            JdbcClient jdbc,
            ConnectionProvider connections,
            EntityManagerProvider entities,
            TransactionManager transactions,
            PlatformTransactionManager springTransactions,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events,
            ScheduledExecutorService projectionWorkers) {
        return new FeedKit(
                ledger,
                new Tokens(jdbc),
                connections,
                entities,
                transactions,
                springTransactions,
                general,
                events,
                projectionWorkers,
                Optional.of("node-" + NODES.incrementAndGet()));
    }

    @Bean
    Feeds feeds(List<ReadModel<?>> models, Versions versions, LiveVersions live, FeedKit kit, JdbcClient jdbc) {
        return new Feeds(models, versions, live, kit, jdbc);
    }

    @Bean
    RateLog rateLog(Versions versions, JdbcClient jdbc) {
        return new RateLog(versions, new Tokens(jdbc));
    }

    @Bean
    PointerSwap pointerSwap(Versions versions, JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new PointerSwap(versions, new Tokens(jdbc), jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    OperationLog operationLog(CommandGateway commands) {
        return new OperationLog(commands);
    }

    /** Many parts and small batches, so that few events make a rebuild of many steps. */
    @Bean
    Workshop workshop(
            @Qualifier("eventStore") LedgerEventStore ledger,
            JdbcClient jdbc,
            DataSource database,
            Versions versions,
            Feeds feeds,
            FeedKit kit,
            OperationLog operations) {
        var pace = new Pace(2, 50, 20_000);
        return new Workshop(ledger.engine(), jdbc, direct(database), versions, feeds, kit, operations, pace);
    }

    /** No pool, as in the product: what a session holds goes with it. */
    private static DataSource direct(DataSource database) {
        var pool = (HikariDataSource) database;
        return new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    @Bean
    Rebuilder rebuilder(Workshop workshop, List<ReadModel<?>> models) {
        return new Rebuilder(workshop, models);
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
        return Executors.newScheduledThreadPool(10);
    }

    @Bean
    ConfigurerModule liveUpdates(ScheduledExecutorService projectionWorkers) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            processing.registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
            processing.registerTokenStore(TaskLiveUpdates.GROUP, _ -> new InMemoryTokenStore());
            processing.registerPooledStreamingEventProcessor(
                    TaskLiveUpdates.GROUP,
                    Configuration::eventStore,
                    (_, processor) -> processor
                            .initialSegmentCount(1)
                            .workerExecutor(projectionWorkers)
                            .initialToken(StreamableMessageSource::createHeadToken));
        };
    }

    /** Another node on a database, to be closed by who starts it; the beans of {@code more} take the place of its own. */
    public static ConfigurableApplicationContext start(DataSource database, Class<?>... more) {
        return new SpringApplicationBuilder(ReadSide.class)
                .sources(more)
                .initializers(context -> context.getBeanFactory().registerSingleton("database", database))
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.main.web-application-type=none",
                        "spring.main.allow-bean-definition-overriding=true",
                        "spring.jpa.hibernate.ddl-auto=validate",
                        "spring.jpa.mapping-resources=axon-orm.xml",
                        "spring.jpa.properties.hibernate.dialect=io.taskledger.query.projection.ByteaDialect",
                        "spring.jpa.open-in-view=false",
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.serializer.general=jackson")
                .run();
    }

    /** Started when first asked for. */
    private static final class Running {
        static final ConfigurableApplicationContext CONTEXT = start(Databases.fresh());
    }
}
