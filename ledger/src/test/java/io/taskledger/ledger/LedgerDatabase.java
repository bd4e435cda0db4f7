package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.serialization.Serializer;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with the ledger's tables and nothing in them. */
public final class LedgerDatabase implements AutoCloseable {

    private final ConnectionDetails details;
    private final HikariDataSource pool;

    private LedgerDatabase(ConnectionDetails details, HikariDataSource pool) {
        this.details = details;
        this.pool = pool;
    }

    public static LedgerDatabase fresh() {
        ConnectionDetails details = TemporaryPostgres.shared().freshDatabase("ledger", LedgerDatabase::prepare);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(details.jdbcUrl());
        config.setUsername(details.user());
        config.setPassword(details.password());
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(0);
        return new LedgerDatabase(details, new HikariDataSource(config));
    }

    private static void prepare(ConnectionDetails empty) {
        Flyway.configure()
                .dataSource(empty.jdbcUrl(), empty.user(), empty.password())
                .schemas("ledger")
                .locations("classpath:db/ledger")
                .load()
                .migrate();
    }

    public DataSource pool() {
        return pool;
    }

    /** Connections that no pool keeps. */
    public DataSource direct() {
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setUrl(details.jdbcUrl());
        direct.setUser(details.user());
        direct.setPassword(details.password());
        return direct;
    }

    public LedgerEngineBuilder engine(ConnectionProvider transactions, Serializer serializer) {
        return LedgerEventStorageEngine.builder()
                .connectionProvider(transactions)
                .dataSource(pool)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer);
    }

    /** Runs one statement and commits it. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** The first column of the first row. */
    public String ask(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
