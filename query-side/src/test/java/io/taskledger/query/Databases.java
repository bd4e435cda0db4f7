package io.taskledger.query;

import java.util.List;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.flywaydb.core.Flyway;

/** Databases with the ledger's and the read models' lasting tables, and nothing in them. */
public final class Databases {

    private Databases() {}

    public static HikariDataSource fresh() {
        var details = TemporaryPostgres.shared().freshDatabase("read", Databases::prepare);
        var config = new HikariConfig();
        config.setJdbcUrl(details.jdbcUrl());
        config.setUsername(details.user());
        config.setPassword(details.password());
        config.setMaximumPoolSize(30);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static void prepare(ConnectionDetails empty) {
        for (var schema : List.of("ledger", "readmodel", "automation")) {
            Flyway.configure()
                    .dataSource(empty.jdbcUrl(), empty.user(), empty.password())
                    .schemas(schema)
                    .defaultSchema(schema)
                    .locations("classpath:db/" + schema)
                    .load()
                    .migrate();
        }
    }
}
