package io.taskledger.app.wiring;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.security.SecurityWiring;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and the schemas that outlive any version of a projection, each with a history of its own. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    private static final int KEY_CONNECTIONS = 2;

    @Bean
    Database database(TaskledgerSettings settings) throws SQLException {
        return Database.open(settings);
    }

    /** Beside the pool: whoever holds one of its connections may need a key, and must not wait for another of them. */
    @Bean(defaultCandidate = false)
    @Qualifier(SecurityWiring.KEYS)
    HikariDataSource keyConnections(Database database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setPoolName("keys");
        pool.setMaximumPoolSize(KEY_CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.addDataSourceProperty("ApplicationName", "taskledger keys");
        return pool;
    }

    @Bean(initMethod = "migrate")
    Flyway ledgerMigrations(DataSource database) {
        return migrations(database, "ledger");
    }

    @Bean(initMethod = "migrate")
    Flyway readmodelMigrations(DataSource database) {
        return migrations(database, "readmodel");
    }

    @Bean(initMethod = "migrate")
    Flyway automationMigrations(DataSource database) {
        return migrations(database, "automation");
    }

    @Bean(initMethod = "migrate")
    Flyway securityMigrations(DataSource database) {
        return migrations(database, "security");
    }

    private static Flyway migrations(DataSource database, String schema) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .load();
    }
}
