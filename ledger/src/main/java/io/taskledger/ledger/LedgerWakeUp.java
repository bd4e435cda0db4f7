package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells the other nodes on the same database that something was committed, and hears them: PostgreSQL's
 * {@code LISTEN/NOTIFY}, on two connections of its own.
 *
 * <p>Sent after the commit, never within the append's transaction, where it would put all commits of the database in a
 * row; many commits make one message. What gets lost costs no more than the wait for the readers' next poll.
 *
 * <p>On the same connection it hears {@link Notices}: rare and short ones, which whoever sends them sends in the transaction
 * that they are about.
 */
public final class LedgerWakeUp implements AutoCloseable {

    private static final String CHANNEL = "taskledger_committed";

    /** Where notices are sent, by {@code pg_notify}; the text begins with the topic and a blank. */
    public static final String NOTICES = "taskledger_notice";

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration CHECK = Duration.ofSeconds(10);

    private final String node = UUID.randomUUID().toString();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Notices> notices = new ConcurrentHashMap<>();
    private final Semaphore committed = new Semaphore(0);
    private final LastingSession listener;
    private final LastingSession sender;
    private volatile boolean listening;

    /**
     * @param direct gives connections of their own straight to the primary: no pool, which would hand a listening
     *     connection on, and no proxy that pools by transaction. Let it set {@code tcpKeepAlive}.
     */
    public LedgerWakeUp(DataSource direct) {
        listener = new LastingSession("ledger-wake-up-listener", direct, this::listen);
        sender = new LastingSession("ledger-wake-up-sender", direct, this::send);
    }

    /** Begins to listen and to send; once. */
    public void start() {
        listener.start();
        sender.start();
    }

    /** Whether commits of other nodes are heard just now; if not, their events come with the next poll. */
    public boolean listening() {
        return listening;
    }

    /** Runs the listener, which must be short, after a commit on another node or when one may have been missed. */
    Registration onCommitElsewhere(Runnable runnable) {
        listeners.add(runnable);
        return () -> listeners.remove(runnable);
    }

    /** Who wants to hear the notices of a topic. Both must be short. */
    public interface Notices {

        /** What any node, this one too, has sent. */
        void heard(String text);

        /** Nobody listened for a while: what is held against such notices may be out of date. */
        void mayHaveMissed();
    }

    /** Notices of the topic, a single word, go to the listener from now on. */
    public void onNotice(String topic, Notices listener) {
        notices.put(topic, listener);
    }

    /** Something was committed here. Returns at once. */
    void committed() {
        // One permit stands for all commits before it is taken.
        if (committed.availablePermits() == 0) {
            committed.release();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            statement.execute("listen " + NOTICES);
        }
        listening = true;
        try {
            // Nobody listened until now.
            tell();
            notices.values().forEach(Notices::mayHaveMissed);
            PGConnection notified = connection.unwrap(PGConnection.class);
            while (true) {
                hear(notified.getNotifications((int) CHECK.toMillis()), connection);
            }
        } finally {
            listening = false;
        }
    }

    private void hear(PGNotification @Nullable [] heard, Connection connection) throws SQLException {
        if (heard == null || heard.length == 0) {
            if (!connection.isValid((int) CHECK.toSeconds())) {
                throw new SQLException("It does not answer any more");
            }
            return;
        }
        boolean committedElsewhere = false;
        for (PGNotification notification : heard) {
            if (NOTICES.equals(notification.getName())) {
                passOn(notification.getParameter());
            } else {
                committedElsewhere |= !node.equals(notification.getParameter());
            }
        }
        if (committedElsewhere) {
            tell();
        }
    }

    private void passOn(String notice) {
        String topic = notice.substring(0, Math.max(0, notice.indexOf(' ')));
        Notices listener = notices.get(topic);
        if (listener != null) {
            listener.heard(notice.substring(topic.length() + 1));
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private void send(Connection connection) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            // A message is a commit too; nobody needs it on the disk.
            statement.execute("set synchronous_commit = off");
        }
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, node);
            while (true) {
                committed.acquire();
                try {
                    notify.execute();
                } catch (SQLException e) {
                    // Told on the next connection.
                    committed();
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    @Override
    public void close() {
        listener.close();
        sender.close();
    }
}
