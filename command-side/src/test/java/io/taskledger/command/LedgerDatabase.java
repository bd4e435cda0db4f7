package io.taskledger.command;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with the ledger's tables and nothing in them. */
public final class LedgerDatabase implements AutoCloseable {

    private final HikariDataSource pool;

    private LedgerDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    public static LedgerDatabase fresh() {
        var details = TemporaryPostgres.shared().freshDatabase("ledger", LedgerDatabase::prepare);
        var config = new HikariConfig();
        config.setJdbcUrl(details.jdbcUrl());
        config.setUsername(details.user());
        config.setPassword(details.password());
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(0);
        return new LedgerDatabase(new HikariDataSource(config));
    }

    private static void prepare(ConnectionDetails empty) {
        Flyway.configure()
                .dataSource(empty.jdbcUrl(), empty.user(), empty.password())
                .schemas("ledger")
                .defaultSchema("ledger")
                .locations("classpath:db/ledger")
                .load()
                .migrate();
    }

    public DataSource source() {
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /** The first column of the only row. */
    public long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        pool.close();
    }
}
