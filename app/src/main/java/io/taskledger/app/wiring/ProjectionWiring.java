package io.taskledger.app.wiring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.taskledger.query.projection.LiveSchemaNaming;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.OwnWrites;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import io.taskledger.query.projection.TokenPositions;
import io.taskledger.query.task.TaskLiveUpdates;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jpa.JpaSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.util.jpa.ContainerManagedEntityManagerProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Projections: the schemas they live in, the processors that feed them, and how far those have got. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectionWiring {

    /** With a transaction manager of its own: the entity manager's needs the schemas to be there. */
    @Bean
    @DependsOnDatabaseInitialization
    LiveVersions liveVersions(javax.sql.DataSource database) {
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
    EntityManagerProvider entityManagerProvider() {
        return new ContainerManagedEntityManagerProvider();
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService projectionWorkers() {
        return Executors.newScheduledThreadPool(
                Projection.all().size() + 1,
                Thread.ofPlatform().name("projection-", 0).factory());
    }

    @Bean
    ConfigurerModule projectionProcessors(
            LiveVersions versions,
            Database database,
            ConnectionProvider connections,
            EntityManagerProvider entities,
            TransactionManager transactions,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events,
            ScheduledExecutorService workers) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            processing.registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
            for (var projection : Projection.all()) {
                var name = projection.name();
                processing.registerTokenStore(
                        name, axon -> tokenStore(versions.schema(name), database, connections, general));
                processing.registerDeadLetterQueue(
                        name,
                        axon -> JpaSequencedDeadLetterQueue.builder()
                                .processingGroup(name)
                                .entityManagerProvider(entities)
                                .transactionManager(transactions)
                                .genericSerializer(general)
                                .eventSerializer(events)
                                .build());
                register(
                        processing,
                        name,
                        (axon, processor) -> processor
                                .workerExecutor(workers)
                                .initialToken(StreamableMessageSource::createTailToken));
            }
            processing.registerTokenStore(TaskLiveUpdates.GROUP, axon -> new InMemoryTokenStore());
            register(
                    processing,
                    TaskLiveUpdates.GROUP,
                    (axon, processor) ->
                            processor.workerExecutor(workers).initialToken(StreamableMessageSource::createHeadToken));
        };
    }

    private static void register(
            EventProcessingConfigurer processing,
            String name,
            EventProcessingConfigurer.PooledStreamingProcessorConfiguration details) {
        processing.registerPooledStreamingEventProcessor(
                name,
                Configuration::eventStore,
                (axon, processor) ->
                        details.apply(axon, processor.initialSegmentCount(1).batchSize(200)));
    }

    private static JdbcTokenStore tokenStore(
            String schema, Database database, ConnectionProvider connections, Serializer serializer) {
        var store = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .contentType(byte[].class)
                .schema(TokenSchema.builder()
                        .setTokenTable(schema + ".token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build());
        // The data folder's lock lets one node run: what the one before it claimed need not time out.
        return database.isEmbedded() ? store.nodeId("embedded").build() : store.build();
    }
}
