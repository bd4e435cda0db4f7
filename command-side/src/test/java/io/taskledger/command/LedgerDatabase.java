package io.taskledger.command;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
        var details = TemporaryPostgres.shared().freshDatabase();
        var config = new HikariConfig();
        config.setJdbcUrl(details.jdbcUrl());
        config.setUsername(details.user());
        config.setPassword(details.password());
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(0);
        var pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .schemas("ledger")
                .defaultSchema("ledger")
                .locations("classpath:db/ledger")
                .load()
                .migrate();
        return new LedgerDatabase(pool);
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
