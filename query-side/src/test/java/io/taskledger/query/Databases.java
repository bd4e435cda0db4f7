package io.taskledger.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.postgres.TemporaryPostgres;
import org.flywaydb.core.Flyway;

/** Databases with the ledger's and the read models' lasting tables, and nothing in them. */
public final class Databases {

    private Databases() {}

    public static HikariDataSource fresh() {
        var details = TemporaryPostgres.shared().freshDatabase();
        var config = new HikariConfig();
        config.setJdbcUrl(details.jdbcUrl());
        config.setUsername(details.user());
        config.setPassword(details.password());
        config.setMaximumPoolSize(30);
        config.setMinimumIdle(0);
        var pool = new HikariDataSource(config);
        migrate(pool, "ledger");
        migrate(pool, "readmodel");
        migrate(pool, "automation");
        return pool;
    }

    private static void migrate(HikariDataSource pool, String schema) {
        Flyway.configure()
                .dataSource(pool)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .load()
                .migrate();
    }
}
