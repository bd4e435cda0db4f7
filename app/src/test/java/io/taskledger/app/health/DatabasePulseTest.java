package io.taskledger.app.health;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.UnexpectedRollbackException;

import static org.assertj.core.api.Assertions.assertThat;

class DatabasePulseTest {

    private final DatabasePulse pulse =
            new DatabasePulse(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/x"));

    @Test
    void a_database_that_takes_no_connection_does_not_answer() {
        assertThat(pulse.databaseAnswers()).isFalse();
    }

    @Test
    void people_are_told_what_lies_with_the_database_and_what_does_not() {
        var away = new IllegalStateException(new SQLException("gone", "08006"));
        var full = new IllegalStateException(new SQLException("could not extend file", "53100"));
        // What is left of a find that failed: Hibernate tells the log alone.
        var failedFind = new IllegalStateException(new UnexpectedRollbackException("rolled back"));

        assertThat(pulse.isPassing(away)).isTrue();
        assertThat(pulse.isPassing(failedFind)).isTrue();
        assertThat(pulse.isPassing(new IllegalStateException())).isFalse();
        assertThat(pulse.words(away)).isEqualTo("error.away");
        assertThat(pulse.words(full)).isEqualTo("error.no-room");
        assertThat(pulse.words(new IllegalStateException())).isEqualTo("error.unforeseen");
    }
}
