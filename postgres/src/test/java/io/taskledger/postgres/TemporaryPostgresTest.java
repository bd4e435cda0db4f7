package io.taskledger.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TemporaryPostgresTest {

    @Test
    void each_fresh_database_is_empty_and_alone() throws SQLException {
        ConnectionDetails first = TemporaryPostgres.shared().freshDatabase();
        ConnectionDetails second = TemporaryPostgres.shared().freshDatabase();

        execute(first, "create table note (text text)");

        assertThat(ask(first, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("1");
        assertThat(ask(second, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("0");
    }

    static void execute(ConnectionDetails database, String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String ask(ConnectionDetails database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
