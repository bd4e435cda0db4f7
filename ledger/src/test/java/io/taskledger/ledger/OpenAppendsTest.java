package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.ledger.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenAppendsTest {

    private LedgerDatabase database;

    @BeforeEach
    void openDatabase() {
        database = LedgerDatabase.fresh();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void the_oldest_open_append_is_told_as_long_as_it_is_open() throws Exception {
        OpenAppends appends = new OpenAppends(database.pool());
        assertThat(appends.oldest()).isZero();
        Transactions transactions = new Transactions(database.pool());
        LedgerEventStorageEngine engine =
                database.engine(transactions, Notes.serializer()).build();
        Transaction open = transactions.startTransaction();
        engine.appendEvents(note("note-1", 0));

        Await.until(() -> appends.oldest().compareTo(Duration.ofMillis(30)) > 0);
        open.rollback();

        assertThat(appends.oldest()).isZero();
    }

    @Test
    void a_forgotten_append_is_ended_and_its_readers_go_on() throws Exception {
        Duration short_ = Duration.ofMillis(200);
        LedgerEventStorageEngine engine = database.engine(new Transactions(database.pool()), Notes.serializer())
                .build();
        try (Connection forgotten = database.direct().getConnection();
                Statement statement = forgotten.createStatement()) {
            statement.execute(new TimeLimits(short_, short_, short_, short_).forSession());
            forgotten.setAutoCommit(false);
            statement.execute("insert into ledger.event (type, event_id, happened_at, payload, metadata)"
                    + " values ('lost', gen_random_uuid(), now(), '{}', '{}')");
            engine.appendEvents(note("note-1", 0));
            assertThat(engine.readEvents(null, false)).isEmpty();

            Await.until(() -> engine.readEvents(null, false).count() == 1);
            assertThatThrownBy(forgotten::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_sessions_limits_hold_until_a_transaction_has_its_own() throws SQLException {
        try (Connection connection = database.direct().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TimeLimits.APPENDING.forSession());
            assertThat(limits(statement)).isEqualTo("5s 4s 4s 6s");

            connection.setAutoCommit(false);
            statement.execute(TimeLimits.UNHURRIED.forTransaction());
            assertThat(limits(statement)).isEqualTo("5s 4s 1h 0");
            connection.rollback();

            assertThat(limits(statement)).isEqualTo("5s 4s 4s 6s");
        }
    }

    @Test
    void a_transaction_may_outlast_its_sessions_limit_where_it_says_so_first() throws SQLException {
        Duration short_ = Duration.ofMillis(300);
        try (Connection connection = database.direct().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new TimeLimits(short_, short_, short_, short_).forSession());
            connection.setAutoCommit(false);
            statement.execute(TimeLimits.UNHURRIED.forTransaction());
            statement.execute("select pg_sleep(0.6)");
            statement.execute(TimeLimits.APPENDING.forTransaction());
            assertThat(limits(statement)).isEqualTo("5s 4s 4s 6s");
            connection.commit();
        }
    }

    private static String limits(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select concat_ws(' ', current_setting('statement_timeout'),"
                + " current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'),"
                + " current_setting('transaction_timeout'))")) {
            row.next();
            return row.getString(1);
        }
    }
}
