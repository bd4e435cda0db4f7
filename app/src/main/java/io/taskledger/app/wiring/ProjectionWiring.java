package io.taskledger.app.wiring;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.query.QueryWiring.NodeName;
import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.Feeds;
import io.taskledger.query.feed.PromptThreads;
import io.taskledger.query.operation.RateLog;
import io.taskledger.query.projection.FirstVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.rebuild.OperationLog;
import io.taskledger.query.rebuild.Pace;
import io.taskledger.query.rebuild.Workshop;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.springboot.util.jpa.ContainerManagedEntityManagerProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What projections need of this product: who makes their versions, on which threads and connections. */
@Configuration(proxyBeanMethods = false)
class ProjectionWiring {

    /** Coordinator, worker and token's writer of two versions each, coordinators and workers of the screens, the clock of the rates. */
    private static final int THREADS = 6 * Projection.all().size() + 5;

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
    EntityManagerProvider entityManagerProvider() {
        return new ContainerManagedEntityManagerProvider();
    }

    /** The data folder's lock lets one node run: what the one before it claimed need not time out. */
    @Bean
    NodeName nodeName(Database database) {
        return new NodeName(database.isEmbedded() ? Optional.of("embedded") : Optional.empty());
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService projectionWorkers() {
        return new PromptThreads(THREADS, "projection-");
    }

    @Bean
    RateLog rateLog(Versions versions, JdbcClient jdbc, ScheduledExecutorService workers) {
        var rates = new RateLog(versions, new Tokens(jdbc));
        rates.start(workers);
        return rates;
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
}
