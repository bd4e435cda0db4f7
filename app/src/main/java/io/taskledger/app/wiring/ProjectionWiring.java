package io.taskledger.app.wiring;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.Feeds;
import io.taskledger.query.operation.RateLog;
import io.taskledger.query.projection.FirstVersions;
import io.taskledger.query.projection.LiveSchemaNaming;
import io.taskledger.query.projection.LiveSchemas;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.OwnWrites;
import io.taskledger.query.projection.Projection;
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
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.util.jpa.ContainerManagedEntityManagerProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Projections: the versions they live in, the feeds that fill them, and how far those have got. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectionWiring {

    /** Coordinator and worker of two versions each, the screens' and the clock of the rates. */
    private static final int THREADS = 4 * Projection.all().size() + 2;

    /** The owner's transactions: the entity manager's are another role's, and need the schemas to be there. */
    @Bean
    Versions versions(DataSource database, @Qualifier(DatabaseWiring.OWNER) DataSource owner, Schemas schemas) {
        return new Versions(
                JdbcClient.create(database),
                JdbcClient.create(owner),
                new TransactionTemplate(new DataSourceTransactionManager(owner)),
                schemas.versions());
    }

    @Bean
    FirstVersions firstVersions(@Qualifier(DatabaseWiring.OWNER) DataSource owner, Versions versions) {
        return new FirstVersions(JdbcClient.create(owner), versions);
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
    ProjectionProgress projectionProgress(Feeds feeds, JdbcClient jdbc, LiveVersions live) {
        return new ProjectionProgress(feeds, new Tokens(jdbc), live);
    }

    @Bean
    OwnWrites ownWrites(ProjectionProgress progress) {
        return new OwnWrites(progress);
    }

    @Bean
    EntityManagerProvider entityManagerProvider() {
        return new ContainerManagedEntityManagerProvider();
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService projectionWorkers() {
        return Executors.newScheduledThreadPool(
                THREADS, Thread.ofPlatform().name("projection-", 0).factory());
    }

    @Bean
    FeedKit feedKit(
            @Qualifier("eventStore") LedgerEventStore ledger,
            Database database,
            JdbcClient jdbc,
            ConnectionProvider connections,
            EntityManagerProvider entities,
            TransactionManager transactions,
            PlatformTransactionManager springTransactions,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events,
            ScheduledExecutorService workers) {
        // The data folder's lock lets one node run: what the one before it claimed need not time out.
        Optional<String> node = database.isEmbedded() ? Optional.of("embedded") : Optional.empty();
        return new FeedKit(
                ledger,
                new Tokens(jdbc),
                connections,
                entities,
                transactions,
                springTransactions,
                general,
                events,
                workers,
                node);
    }

    @Bean
    Feeds feeds(List<ReadModel<?>> models, Versions versions, LiveVersions live, FeedKit kit, JdbcClient jdbc) {
        return new Feeds(models, versions, live, kit, jdbc);
    }

    @Bean
    RateLog rateLog(Versions versions, JdbcClient jdbc, ScheduledExecutorService workers) {
        var rates = new RateLog(versions, new Tokens(jdbc));
        rates.start(workers);
        return rates;
    }

    @Bean
    PointerSwap pointerSwap(Versions versions, JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new PointerSwap(versions, new Tokens(jdbc), jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    OperationLog operationLog(CommandGateway commands) {
        return new OperationLog(commands);
    }

    @Bean
    Workshop workshop(
            LedgerEventStorageEngine engine,
            JdbcClient jdbc,
            Schemas schemas,
            Versions versions,
            Feeds feeds,
            FeedKit kit,
            OperationLog operations) {
        var lasting = schemas.session(Role.OWNER, "rebuild", TimeLimits.LASTING).direct();
        return new Workshop(engine, jdbc, lasting, versions, feeds, kit, operations, Pace.ofThisMachine());
    }

    @Bean
    Rebuilder rebuilder(Workshop workshop, List<ReadModel<?>> models) {
        return new Rebuilder(workshop, models);
    }

    /** Follows the ledger for this node's open screens; the projections' own feeds come and go with their versions. */
    @Bean
    ConfigurerModule liveUpdates(ScheduledExecutorService workers) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            processing.registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
            processing.registerTokenStore(TaskLiveUpdates.GROUP, axon -> new InMemoryTokenStore());
            processing.registerPooledStreamingEventProcessor(
                    TaskLiveUpdates.GROUP,
                    Configuration::eventStore,
                    (axon, processor) -> processor
                            .initialSegmentCount(1)
                            .batchSize(200)
                            .workerExecutor(workers)
                            .initialToken(StreamableMessageSource::createHeadToken));
        };
    }
}
