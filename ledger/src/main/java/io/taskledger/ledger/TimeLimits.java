package io.taskledger.ledger;

import java.time.Duration;

/**
 * How long PostgreSQL lets a session of the product go on, since a forgotten transaction that has appended holds up every
 * reader. Set on each pool that can append, by the driver's property {@code options}. Sessions that are meant to last
 * (a rebuild's, migrations) have their own and must not append.
 *
 * @param statement {@code statement_timeout}: one statement, its wait for locks included
 * @param idle {@code idle_in_transaction_session_timeout}: a transaction that does nothing; ends the session
 * @param transaction {@code transaction_timeout} (PostgreSQL 17 or later): a whole transaction; ends the session
 */
public record TimeLimits(Duration statement, Duration idle, Duration transaction) {

    /** For people's commands, which take milliseconds; an import's commit batch fits well. */
    public static final TimeLimits APPENDING =
            new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20));

    /** The value of pgjdbc's connection property {@code options}. */
    public String asOptions() {
        return "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d -c transaction_timeout=%d"
                .formatted(statement.toMillis(), idle.toMillis(), transaction.toMillis());
    }
}
