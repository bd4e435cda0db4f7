package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

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
        PGSimpleDataSource limited = (PGSimpleDataSource) database.direct();
        limited.setOptions(new TimeLimits(short_, short_, short_).asOptions());
        LedgerEventStorageEngine engine = database.engine(new Transactions(database.pool()), Notes.serializer())
                .build();
        try (Connection forgotten = limited.getConnection();
                Statement statement = forgotten.createStatement()) {
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
    void the_products_limits_are_in_force_on_a_connection_that_has_them() throws SQLException {
        PGSimpleDataSource limited = (PGSimpleDataSource) database.direct();
        limited.setOptions(TimeLimits.APPENDING.asOptions());
        try (Connection connection = limited.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('statement_timeout') || ' '"
                        + " || current_setting('idle_in_transaction_session_timeout') || ' '"
                        + " || current_setting('transaction_timeout')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("10s 10s 20s");
        }
    }
}
