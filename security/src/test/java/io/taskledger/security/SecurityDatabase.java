package io.taskledger.security;

import java.util.List;

import javax.sql.DataSource;

import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own for one test, with the tables of the ledger and of this module. */
public record SecurityDatabase(DataSource source, JdbcClient jdbc, JdbcTransactionManager transactions) {

    public static SecurityDatabase fresh() {
        var details = TemporaryPostgres.shared().freshDatabase("secured", SecurityDatabase::prepare);
        var source = new DriverManagerDataSource(details.jdbcUrl(), details.user(), details.password());
        return new SecurityDatabase(source, JdbcClient.create(source), new JdbcTransactionManager(source));
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    /** Connections that take no part in this database's transactions. */
    public DataSource apart() {
        var details = (DriverManagerDataSource) source;
        return new DriverManagerDataSource(details.getUrl(), details.getUsername(), details.getPassword());
    }

    public long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static void prepare(ConnectionDetails empty) {
        for (var schema : List.of("ledger", "security")) {
            Flyway.configure()
                    .dataSource(empty.jdbcUrl(), empty.user(), empty.password())
                    .schemas(schema)
                    .locations("classpath:db/" + schema)
                    .load()
                    .migrate();
        }
    }
}
