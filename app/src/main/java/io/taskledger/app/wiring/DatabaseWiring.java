package io.taskledger.app.wiring;

import java.sql.SQLException;

import javax.sql.DataSource;

import io.taskledger.app.settings.TaskledgerSettings;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and the schemas that outlive any version of a projection, each with a history of its own. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    @Bean
    Database database(TaskledgerSettings settings) throws SQLException {
        return Database.open(settings);
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
