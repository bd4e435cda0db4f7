package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A server for tests and benchmarks, in a temporary folder that goes with the JVM, even with one that is killed. Many
 * tests share one: each takes a {@link #freshDatabase}.
 */
public final class TemporaryPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Process undertaker;
    private final AtomicInteger databases = new AtomicInteger();
    private final Set<String> prepared = new HashSet<>();

    private TemporaryPostgres(EmbeddedPostgres server, Process undertaker) {
        this.server = server;
        this.undertaker = undertaker;
    }

    /** The one of this JVM, started when first asked for, without any flushing to the disk; nobody need close it. */
    public static TemporaryPostgres shared() {
        return Shared.SERVER;
    }

    /** One of its own for a benchmark, say, that needs {@linkplain PostgresOptions#forKeeps real commits}. */
    public static TemporaryPostgres start(PostgresOptions options) {
        try {
            Path folder = Files.createTempDirectory("taskledger-postgres-");
            Process undertaker = undertaker(folder);
            return new TemporaryPostgres(EmbeddedPostgres.start(folder, options), undertaker);
        } catch (IOException e) {
            throw new PostgresUnavailable("no temporary folder can be made for PostgreSQL (" + e + ")", e);
        }
    }

    /** A new, empty database that no other test knows. */
    public ConnectionDetails freshDatabase() {
        try {
            return server.database("fresh_" + databases.incrementAndGet());
        } catch (SQLException e) {
            throw new PostgresUnavailable("no database could be made", e);
        }
    }

    /**
     * A new database that no other test knows and that is prepared already: a copy of one that was prepared when the first
     * of its kind was asked for, since migrations take many times as long as a copy.
     *
     * @param kind equal for equal preparations
     * @param preparation leaves no connection open
     */
    public ConnectionDetails freshDatabase(String kind, Consumer<ConnectionDetails> preparation) {
        String template = "prepared_" + kind;
        try {
            synchronized (prepared) {
                if (!prepared.contains(template)) {
                    preparation.accept(server.database(template));
                    prepared.add(template);
                }
            }
            return server.copy(template, "fresh_" + databases.incrementAndGet());
        } catch (SQLException e) {
            throw new PostgresUnavailable("no database could be made", e);
        }
    }

    public EmbeddedPostgres server() {
        return server;
    }

    /** Stops the server and removes its folder. */
    @Override
    public void close() {
        server.close();
        try {
            undertaker.getOutputStream().close();
            undertaker.waitFor();
        } catch (IOException e) {
            throw new PostgresUnavailable("the temporary folder could not be removed (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits in a process of its own until this JVM's end of the pipe closes, however that comes; then clears up. */
    private static Process undertaker(Path folder) throws IOException {
        Invocation programs = Invocation.here(PostgresBinaries.unpacked());
        String data = new PostgresFolder(folder.toRealPath()).data().toString();
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "read -r _; \"$@\"; rm -rf \"$0\"", folder.toString()));
        command.addAll(programs.command("pg_ctl", List.of("stop", "--pgdata=" + data, "--mode=immediate")));
        return programs.detached(command)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Loaded, and so started, at the first use. */
    private static final class Shared {
        static final TemporaryPostgres SERVER = start(PostgresOptions.throwAway());
    }
}
