package io.taskledger.query.operation;

import java.util.function.Supplier;

import io.taskledger.ledger.TimeLimits;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work of a command that may take longer than an append may: nobody waits for it as long as nothing is appended. */
final class BeforeAppending {

    private BeforeAppending() {}

    /** In the command's transaction, which has the usual limits again afterwards. */
    static <T> T take(JdbcClient jdbc, Supplier<T> work) {
        jdbc.sql(TimeLimits.UNHURRIED.forTransaction()).update();
        var result = work.get();
        jdbc.sql(TimeLimits.APPENDING.forTransaction()).update();
        return result;
    }
}
