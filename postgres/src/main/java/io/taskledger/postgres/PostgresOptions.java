package io.taskledger.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an embedded server is to run.
 *
 * @param durable whether a commit survives the loss of power; false only for a {@linkplain #throwAway throw-away} server
 * @param lockWait how long to wait for another process to leave the folder, as on a quick restart
 * @param startWait how long a start may take, replaying the log after a crash included
 * @param stopsWithJvm whether a shutdown hook stops the server; false where the owner closes it in an order of its own,
 *     since hooks run side by side and would take the database from whoever is still writing
 * @param settings PostgreSQL's own settings by name, stronger than ours; address, port and sockets stay ours
 * @param archive where the log is kept for backups; empty: it is forgotten as soon as a crash would not need it
 */
public record PostgresOptions(
        boolean durable,
        Duration lockWait,
        Duration startWait,
        boolean stopsWithJvm,
        Map<String, String> settings,
        Optional<Archive> archive) {

    /**
     * An archive of the log.
     *
     * @param folder for any number of servers' data, each of which has a {@link WalArchive} in it
     * @param most how much time's work is outside of it at any moment
     */
    public record Archive(Path folder, Duration most) {}

    public PostgresOptions {
        settings = Map.copyOf(settings);
        for (String name : settings.keySet()) {
            if (!name.matches("[a-zA-Z_][a-zA-Z0-9_.]*")) {
                throw new IllegalArgumentException("not the name of a PostgreSQL setting: " + name);
            }
        }
    }

    /** For a product: every commit is on the disk before it is answered. */
    public static PostgresOptions forKeeps() {
        return new PostgresOptions(
                true, Duration.ofSeconds(5), Duration.ofMinutes(5), true, Map.of(), Optional.empty());
    }

    /** For tests: nothing is ever flushed, so a crash of the machine may leave rubbish. */
    public static PostgresOptions throwAway() {
        return new PostgresOptions(
                false,
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                true,
                Map.of("max_connections", "200"),
                Optional.empty());
    }

    public PostgresOptions withLockWait(Duration wait) {
        return new PostgresOptions(durable, wait, startWait, stopsWithJvm, settings, archive);
    }

    public PostgresOptions withStopsWithJvm(boolean stops) {
        return new PostgresOptions(durable, lockWait, startWait, stops, settings, archive);
    }

    public PostgresOptions withStartWait(Duration wait) {
        return new PostgresOptions(durable, lockWait, wait, stopsWithJvm, settings, archive);
    }

    public PostgresOptions withArchive(Archive kept) {
        return new PostgresOptions(durable, lockWait, startWait, stopsWithJvm, settings, Optional.of(kept));
    }

    /** The same options with these settings added to, or put in place of, those already given. */
    public PostgresOptions withSettings(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(more);
        return new PostgresOptions(durable, lockWait, startWait, stopsWithJvm, all, archive);
    }
}
