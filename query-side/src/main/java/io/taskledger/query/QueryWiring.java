package io.taskledger.query;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.query.activity.InboxLiveUpdates;
import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.Feeds;
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
import io.taskledger.query.rebuild.PointerSwap;
import io.taskledger.query.rebuild.Rebuilder;
import io.taskledger.query.rebuild.Replay;
import io.taskledger.query.rebuild.Workshop;
import io.taskledger.query.task.TaskLiveUpdates;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts this module together. Wants from outside: the ledger, its serializers and gateways, the database and its
 * transactions, {@link Versions} and {@link FirstVersions} of whoever may make tables, a {@link Workshop}, threads, and
 * the {@link NodeName}.
 */
@Configuration(proxyBeanMethods = false)
public class QueryWiring {

    private static final int BATCH = 200;

    /** @param fixed what this node claims projections as; empty: its process and host */
    public record NodeName(Optional<String> fixed) {}

    @Bean
    LiveVersions liveVersions(DataSource database, Versions versions) {
        return new LiveVersions(JdbcClient.create(database), versions);
    }

    @Bean
    HibernatePropertiesCustomizer liveSchemas(FirstVersions first, LiveVersions live) {
        return properties -> {
            properties.put("hibernate.physical_naming_strategy", new LiveSchemaNaming(first));
            // Nobody changes a criteria query that was made; and what one becomes in SQL is found out once for its
            // form.
            properties.put("hibernate.criteria.copy_tree", false);
            properties.put("hibernate.criteria.plan_cache_enabled", true);
            properties.put("hibernate.session_factory.statement_inspector", new LiveSchemas(first, live));
        };
    }

    @Bean
    ProjectionProgress projectionProgress(Feeds feeds, JdbcClient jdbc, LiveVersions live) {
        return new ProjectionProgress(feeds, new Tokens(jdbc), live);
    }

    /** As Axon would make it, but a query's transaction is opened by {@link #reading}. */
    @Bean
    QueryBus queryBus(org.axonframework.config.Configuration axon) {
        var bus = SimpleQueryBus.builder()
                .messageMonitor(axon.messageMonitor(QueryBus.class, "queryBus"))
                .queryUpdateEmitter(axon.getComponent(QueryUpdateEmitter.class))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    OwnWrites ownWrites(ProjectionProgress progress) {
        return new OwnWrites(progress);
    }

    /** After {@link OwnWrites}: whoever waits holds no connection, or a lagging projection would leave none for others. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ReadersTransaction reading(PlatformTransactionManager transactions, JdbcClient jdbc, LiveVersions live) {
        return new ReadersTransaction(transactions, jdbc, live);
    }

    @Bean
    FeedKit feedKit(
            @Qualifier("eventStore") LedgerEventStore ledger,
            NodeName node,
            JdbcClient jdbc,
            ConnectionProvider connections,
            EntityManagerProvider entities,
            TransactionManager transactions,
            PlatformTransactionManager springTransactions,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events,
            ScheduledExecutorService workers) {
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
                node.fixed());
    }

    @Bean
    Feeds feeds(List<ReadModel> models, Versions versions, LiveVersions live, FeedKit kit, JdbcClient jdbc) {
        return new Feeds(models, versions, live, kit, jdbc);
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
    Rebuilder rebuilder(Workshop workshop, List<ReadModel> models) {
        return new Rebuilder(workshop, models);
    }

    @Bean
    Replay replay(Workshop workshop, List<ReadModel> models) {
        return new Replay(workshop, models);
    }

    /** Follows the ledger for this node's open screens; the projections' own feeds come and go with their versions. */
    @Bean
    ConfigurerModule liveUpdates(ScheduledExecutorService workers) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            processing.registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
            for (var group : List.of(TaskLiveUpdates.GROUP, InboxLiveUpdates.GROUP)) {
                processing.registerTokenStore(group, axon -> new InMemoryTokenStore());
                processing.registerPooledStreamingEventProcessor(
                        group,
                        org.axonframework.config.Configuration::eventStore,
                        (axon, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(BATCH)
                                .coordinatorExecutor(workers)
                                .workerExecutor(workers)
                                .initialToken(StreamableMessageSource::createHeadToken));
            }
        };
    }
}
