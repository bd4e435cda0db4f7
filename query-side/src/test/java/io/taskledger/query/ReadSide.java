package io.taskledger.query;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.command.Receipts;
import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.query.QueryWiring.NodeName;
import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.Feeds;
import io.taskledger.query.operation.RateLog;
import io.taskledger.query.projection.FirstVersions;
import io.taskledger.query.projection.OwnWrites;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.rebuild.OperationLog;
import io.taskledger.query.rebuild.Pace;
import io.taskledger.query.rebuild.Workshop;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.springboot.util.jpa.ContainerManagedEntityManagerProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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
    "io.taskledger.query.activity",
    "io.taskledger.query.history",
    "io.taskledger.query.statistics",
    "io.taskledger.query.workspace",
    "io.taskledger.query.operation",
    "io.taskledger.command.account",
    "io.taskledger.command.task",
    "io.taskledger.command.workspace",
    "io.taskledger.command.projection"
})
@Import({QueryWiring.class, WriteSide.class})
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
    EntityManagerProvider entityManagerProvider() {
        return new ContainerManagedEntityManagerProvider();
    }

    @Bean
    RateLog rateLog(Versions versions, JdbcClient jdbc) {
        return new RateLog(versions, new Tokens(jdbc));
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
    Receipts receipts(OwnWrites ownWrites) {
        return new Receipts(ownWrites::note);
    }

    @Bean
    NodeName nodeName() {
        return new NodeName(Optional.of("node-" + NODES.incrementAndGet()));
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService projectionWorkers() {
        return Executors.newScheduledThreadPool(32);
    }

    /** Another node on a database, to be closed by who starts it; the beans of {@code more} take the place of its own. */
    public static ConfigurableApplicationContext start(DataSource database, Class<?>... more) {
        return new SpringApplicationBuilder(ReadSide.class)
                .sources(more)
                // PostgreSQL goes with the JVM too: a hook that ran beside that would wait for its connections in vain.
                .registerShutdownHook(false)
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
