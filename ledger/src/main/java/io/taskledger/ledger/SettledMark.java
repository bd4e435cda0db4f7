package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The position at or below which no event can appear any more.
 *
 * <p>An append takes its position inside the insert, while it holds a row-exclusive lock on the table, and keeps that
 * lock until it is committed (and visible) or rolled back. So: look at the highest visible position, then at who
 * holds the lock; when all of those are gone, every position up to the one seen is filled or stays empty for ever.
 * The order of the two looks matters, hence two statements (in one round trip).
 *
 * <p>The mark is the position of a committed event, never a bare value of the sequence, which PostgreSQL may
 * give out again after a crash.
 *
 * <p>Thread-safe; one for all readers of a node.
 */
final class SettledMark {

    private static final String LOOK = """
            select coalesce(max(position), 0) from ledger.event;
            select virtualtransaction
            from pg_locks
            where locktype = 'relation'
              and database = (select oid from pg_database where datname = current_database())
              and relation = 'ledger.event'::regclass
              and mode = 'RowExclusiveLock'
              and granted
            """;

    /** A transaction that was prepared (two-phase) goes on under another name: nothing settles beside one. */
    private static final String PREPARED = "-1/";

    private final long restNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Candidate> candidates = new ArrayDeque<>();
    private long lookedAt;
    private boolean looked;
    private volatile long mark;

    /** A position that is settled once those who held the lock when it was seen are gone. */
    private record Candidate(long position, Set<String> appends) {}

    /** @param rest the least time between two looks, unless one is forced */
    SettledMark(Duration rest) {
        restNanos = rest.toNanos();
    }

    /** The mark as it was found last; only ever rises. Read it before the query whose holes it is to judge. */
    long position() {
        return mark;
    }

    /** Looks again, unless somebody did within the rest, and answers the mark. The connection must autocommit. */
    long look(Connection connection) throws SQLException {
        return look(connection, restNanos);
    }

    /** Looks again in any case and answers the mark. The connection must autocommit. */
    long lookNow(Connection connection) throws SQLException {
        return look(connection, 0);
    }

    private long look(Connection connection, long rest) throws SQLException {
        lock.lock();
        try {
            if (!looked || System.nanoTime() - lookedAt >= rest) {
                advance(observe(connection));
                lookedAt = System.nanoTime();
                looked = true;
            }
            return mark;
        } finally {
            lock.unlock();
        }
    }

    private static Candidate observe(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.execute();
            long highest;
            try (ResultSet positions = statement.getResultSet()) {
                positions.next();
                highest = positions.getLong(1);
            }
            statement.getMoreResults();
            Set<String> appends = new HashSet<>();
            try (ResultSet holders = statement.getResultSet()) {
                while (holders.next()) {
                    appends.add(holders.getString(1));
                }
            }
            return new Candidate(highest, appends);
        }
    }

    private void advance(Candidate seen) {
        if (seen.appends().stream().anyMatch(holder -> holder.startsWith(PREPARED))) {
            return;
        }
        candidates.forEach(candidate -> candidate.appends().retainAll(seen.appends()));
        Candidate newest = candidates.peekLast();
        if (seen.position() > (newest == null ? mark : newest.position())) {
            candidates.addLast(seen);
        }
        while (!candidates.isEmpty() && candidates.getFirst().appends().isEmpty()) {
            mark = candidates.removeFirst().position();
        }
        dropOvertaken();
    }

    /**
     * An older candidate waits for a subset of what a newer one waits for; where it is the same set, the newer (higher)
     * one will do. Leaves at most as many candidates as there are open appends.
     */
    private void dropOvertaken() {
        Iterator<Candidate> fromNewest = candidates.descendingIterator();
        int waitsFor = -1;
        while (fromNewest.hasNext()) {
            int size = fromNewest.next().appends().size();
            if (size == waitsFor) {
                fromNewest.remove();
            }
            waitsFor = size;
        }
    }
}
