package io.taskledger.app.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.ledger.OpenAppends;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.security.SecurityWiring;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The database, and a pool for each role that works on it. All together fit the embedded server, and two nodes fit an
 * external one as it comes (100 connections); fewer, and commands queue up.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    static final String APPENDER = "appender";
    static final String READER = "reader";
    static final String OWNER = "owner";

    private static final int APPENDERS = 24;
    private static final int READERS = 14;
    private static final int OWNERS = 2;
    private static final int KEY_CONNECTIONS = 2;

    /** A nightly backup lasts; nobody's reminder waits for it. */
    private static final int AT_ONCE = 6;

    /**
     * What people are shown takes milliseconds. Behind the wait for what they have just written
     * ({@link io.taskledger.query.projection.OwnWrites}) it still ends within ten seconds.
     */
    private static final TimeLimits READING =
            new TimeLimits(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(8));

    /** Tables are made and dropped, which waits for whoever reads them; and indexes are made, which takes its time. */
    private static final TimeLimits OWNING =
            new TimeLimits(Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ZERO);

    @Bean
    Database database(TaskledgerSettings settings) throws SQLException {
        return Database.open(settings);
    }

    @Bean
    Schemas schemas(Database database) {
        return Schemas.migrated(database);
    }

    /** What the product works with: read-only transactions are the reader's, everything else the appender's. */
    @Bean
    DataSource dataSource(@Qualifier(APPENDER) DataSource appender, @Qualifier(READER) DataSource reader) {
        var both = new LazyConnectionDataSourceProxy();
        both.setTargetDataSource(appender);
        both.setReadOnlyDataSource(reader);
        both.setDefaultAutoCommit(true);
        both.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return both;
    }

    @Bean(defaultCandidate = false)
    @Qualifier(APPENDER)
    HikariDataSource appenderConnections(Schemas schemas) {
        return schemas.session(Role.APPENDER, "append", TimeLimits.APPENDING).pool(APPENDERS, 4);
    }

    @Bean(defaultCandidate = false)
    @Qualifier(READER)
    HikariDataSource readerConnections(Schemas schemas) {
        return schemas.session(Role.READER, "read", READING).pool(READERS, 2);
    }

    @Bean(defaultCandidate = false)
    @Qualifier(OWNER)
    HikariDataSource ownerConnections(Schemas schemas) {
        return schemas.session(Role.OWNER, "owner", OWNING).pool(OWNERS, 0);
    }

    /** Beside the pool: whoever holds one of its connections may need a key, and must not wait for another of them. */
    @Bean(defaultCandidate = false)
    @Qualifier(SecurityWiring.KEYS)
    HikariDataSource keyConnections(Schemas schemas) {
        return schemas.session(Role.APPENDER, "keys", TimeLimits.APPENDING).pool(KEY_CONNECTIONS, 1);
    }

    @Bean
    AfterTheStart afterTheStart(
            @Qualifier(APPENDER) HikariDataSource appender,
            @Qualifier(READER) HikariDataSource reader,
            @Qualifier(OWNER) HikariDataSource owner) {
        return new AfterTheStart(List.of(appender, reader, owner));
    }

    /** For what is due at times, apart from those who wait for events. */
    @Bean
    ThreadPoolTaskScheduler dueAtTimes() {
        var threads = new ThreadPoolTaskScheduler();
        threads.setPoolSize(AT_ONCE);
        threads.setThreadNamePrefix("due-");
        return threads;
    }

    @Bean
    OpenAppends openAppends(@Qualifier(OWNER) DataSource owner) {
        return new OpenAppends(owner);
    }
}
