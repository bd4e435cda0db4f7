package io.taskledger.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PassingTroubleTest {

    /** Cancelled by a limit, a lock not given, the transaction's time over, no connection left, deadlock, disk full. */
    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03", "25P04", "53300", "40P01", "53100", "08006"})
    void what_the_database_cannot_do_just_now_is_not_the_events_fault(String state) {
        assertThat(PassingTrouble.isIn(new IllegalStateException("", new SQLException("", state))))
                .isTrue();
    }

    /** A check, a key, a value of the wrong form. */
    @ParameterizedTest
    @ValueSource(strings = {"23514", "23505", "22001"})
    void what_the_database_will_never_take_is(String state) {
        assertThat(PassingTrouble.isIn(new IllegalStateException("", new SQLException("", state))))
                .isFalse();
    }

    @Test
    void a_pool_without_a_free_connection_has_no_state() {
        assertThat(PassingTrouble.isIn(new IllegalStateException(new SQLTransientConnectionException("timeout"))))
                .isTrue();
    }

    @Test
    void a_handlers_own_fault_is_the_events() {
        assertThat(PassingTrouble.isIn(new IllegalStateException("no row"))).isFalse();
    }
}
