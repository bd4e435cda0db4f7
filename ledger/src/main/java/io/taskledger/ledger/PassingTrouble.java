package io.taskledger.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What lies with the database at the moment and not with what it was asked: no connection, a lock, a time limit, a full disk. */
public final class PassingTrouble {

    /** Classes of SQLSTATE: connection, transaction ended or lost, resources, locks, operator's intervention, system. */
    private static final List<String> CLASSES = List.of("08", "25", "40", "53", "55", "57", "58");

    private static final String FULL_DISK = "53100";

    private static final int DEEPEST = 12;

    private PassingTrouble() {}

    /** Whether the same may well succeed a moment later. */
    public static boolean isIn(Throwable failure) {
        return causes(failure).anyMatch(PassingTrouble::passes);
    }

    /** Whether PostgreSQL has no room to write, for which others have to make some. */
    public static boolean isFullDisk(Throwable failure) {
        return causes(failure).anyMatch(one -> one instanceof SQLException sql && FULL_DISK.equals(sql.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    private static boolean passes(Throwable one) {
        return one instanceof SQLTransientException
                || (one instanceof SQLException sql
                        && sql.getSQLState() != null
                        && CLASSES.stream().anyMatch(sql.getSQLState()::startsWith));
    }
}
