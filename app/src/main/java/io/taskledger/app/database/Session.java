package io.taskledger.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.postgres.ConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How a kind of session begins: who connects, as which role it then works, how long PostgreSQL lets it go on. By SQL rather
 * than by the driver's {@code options}, which a pooler in between would refuse.
 *
 * @param name what PostgreSQL shows as the application's name
 * @param begin SQL that a new connection runs first
 */
public record Session(ConnectionDetails login, String name, String begin, TimeLimits limits) {

    private static final int SECONDS_TO_CONNECT = 2;

    /** Longer than any statement may take: beyond that the network or the server is gone. */
    private static final int SECONDS_OF_SILENCE = 6;

    /** Each connection is a process of PostgreSQL with memory of its own, some megabytes. */
    private static final Duration UNUSED = Duration.ofSeconds(30);

    /** A pool, which fills itself when it is asked first. */
    public HikariDataSource pool(int size, int idle) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(login.jdbcUrl());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setConnectionInitSql(begin);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(idle);
        pool.setIdleTimeout(UNUSED.toMillis());
        pool.setConnectionTimeout(SECONDS_TO_CONNECT * 1_000L);
        pool.setValidationTimeout(SECONDS_TO_CONNECT * 1_000L - 1);
        properties().forEach((key, value) -> pool.addDataSourceProperty((String) key, value));
        return pool;
    }

    /** Connections of their own, each opened when asked for and closed for good. */
    public DataSource direct() {
        var begin = this.begin;
        var direct = new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password()) {
            @Override
            protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
                var connection = super.getConnectionFromDriver(properties);
                try (var statement = connection.createStatement()) {
                    statement.execute(begin);
                } catch (SQLException refused) {
                    connection.close();
                    throw refused;
                }
                return connection;
            }
        };
        direct.setConnectionProperties(properties());
        return direct;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("ApplicationName", name);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", Integer.toString(SECONDS_TO_CONNECT));
        // A server that hangs still takes connections, and says nothing then.
        properties.setProperty("loginTimeout", Integer.toString(SECONDS_TO_CONNECT));
        // A row that PostgreSQL refuses may hold what people wrote: no message tells it.
        properties.setProperty("logServerErrorDetail", "false");
        // Parameters and results in binary: bytea as text doubles its size and halves the reading speed.
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("reWriteBatchedInserts", "true");
        if (limits.statement().isPositive()) {
            properties.setProperty("socketTimeout", Integer.toString(SECONDS_OF_SILENCE));
        }
        return properties;
    }
}
