package io.taskledger.ledger;

import java.time.Duration;

/**
 * How long PostgreSQL lets a session go on, since a forgotten transaction that has appended holds up every reader. Each
 * session begins with {@link #forSession()}. Zero: no limit.
 *
 * @param statement {@code statement_timeout}: one statement, its wait for locks included
 * @param lock {@code lock_timeout}: one wait for a lock
 * @param idle {@code idle_in_transaction_session_timeout}: a transaction that does nothing; ends the session
 * @param transaction {@code transaction_timeout} (PostgreSQL 17 or later): a whole transaction; ends the session
 */
public record TimeLimits(Duration statement, Duration lock, Duration idle, Duration transaction) {

    /** For sessions that may append: people's commands take milliseconds, and whoever asks is told within ten seconds. */
    public static final TimeLimits APPENDING =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(6));

    /** For a transaction of many short statements that has appended nothing: a batch that is tried one by one, say. */
    public static final TimeLimits UNHURRIED =
            new TimeLimits(APPENDING.statement(), APPENDING.lock(), Duration.ofHours(1), Duration.ZERO);

    /** For sessions of long work that append nothing, so that nobody waits for them: a rebuild's. */
    public static final TimeLimits LASTING =
            new TimeLimits(Duration.ZERO, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ZERO);

    /** SQL that sets them for the rest of the session. */
    public String forSession() {
        return settings("set");
    }

    /** SQL that sets them until the transaction ends, its time counted from here. */
    public String forTransaction() {
        return settings("set local");
    }

    private String settings(String set) {
        return ("%1$s statement_timeout = %2$d; %1$s lock_timeout = %3$d;"
                        + " %1$s idle_in_transaction_session_timeout = %4$d; %1$s transaction_timeout = %5$d")
                .formatted(set, statement.toMillis(), lock.toMillis(), idle.toMillis(), transaction.toMillis());
    }
}
