package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on a folder of ours: started with this object, kept running on one port for as long as the object
 * is open (a killed server is started again, so that connection pools heal by themselves), stopped with it. Only
 * 127.0.0.1 is listened on.
 *
 * <p>The folder holds {@code data/}, {@code log/}, {@code password} (the superuser's), {@code passwords/} (those of roles),
 * {@code lock} and {@code endpoint.properties}. Its
 * lock file must not be opened by other code of this JVM: closing it would give the lock up.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final PostgresFolder folder;
    private final FolderLock lock;
    private final String password;
    private final Upkeep upkeep;
    private final Optional<WalArchive> archive;
    private final Thread atExit = new Thread(this::close, "postgres-stop");
    private boolean closed;

    private EmbeddedPostgres(
            PostgresFolder folder, FolderLock lock, String password, Upkeep upkeep, Optional<WalArchive> archive) {
        this.folder = folder;
        this.lock = lock;
        this.password = password;
        this.upkeep = upkeep;
        this.archive = archive;
    }

    /**
     * Starts the server and waits until it takes connections; makes the folder and the database where needed.
     *
     * @throws PostgresUnavailable whatever the reason is, with the way out in its message
     */
    public static EmbeddedPostgres start(Path folder, PostgresOptions options) {
        PostgresFolder home = PostgresFolder.prepared(folder);
        FolderLock lock = FolderLock.acquire(home, options.lockWait());
        boolean started = false;
        try {
            EmbeddedPostgres server = startLocked(home, lock, options);
            started = true;
            return server;
        } catch (IOException e) {
            throw new PostgresUnavailable("PostgreSQL cannot be started on " + home.path() + " (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("interrupted while PostgreSQL was starting", e);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private static EmbeddedPostgres startLocked(PostgresFolder home, FolderLock lock, PostgresOptions options)
            throws IOException, InterruptedException {
        Files.deleteIfExists(home.endpoint()); // of a killed one: nobody may find it from here on
        Invocation programs = Invocation.here(PostgresBinaries.unpacked());
        new DataFolder(home, programs).makeReady(options.durable());
        Optional<WalArchive> archive = archive(home, options);
        Postmaster.Setup setup = new Postmaster.Setup(home, programs, archived(options, archive));
        String password = home.readPassword();
        Upkeep upkeep = Upkeep.begin(setup, Postmaster.start(setup, 0));
        try {
            new Endpoint(upkeep.port(), ProcessHandle.current().pid()).writeTo(home);
        } catch (IOException e) {
            upkeep.end();
            throw e;
        }
        EmbeddedPostgres server = new EmbeddedPostgres(home, lock, password, upkeep, archive);
        if (options.stopsWithJvm()) {
            Runtime.getRuntime().addShutdownHook(server.atExit);
        }
        log.info("PostgreSQL runs on {}:{} with its data in {}", PostgresFolder.HOST, server.port(), home.data());
        return server;
    }

    private static Optional<WalArchive> archive(PostgresFolder home, PostgresOptions options) throws IOException {
        return options.archive().isPresent()
                ? Optional.of(WalArchive.prepared(options.archive().get().folder(), home))
                : Optional.empty();
    }

    private static PostgresOptions archived(PostgresOptions options, Optional<WalArchive> archive) {
        return archive.flatMap(kept -> options.archive().map(wanted -> kept.settings(wanted.most())))
                .map(options::withSettings)
                .orElse(options);
    }

    /** Where its log is kept; empty where it is not. */
    public Optional<WalArchive> archive() {
        return archive;
    }

    Path data() {
        return folder.data();
    }

    /** The superuser's way to the database that each server has. */
    ConnectionDetails maintenance() {
        return new ConnectionDetails(jdbcUrl("postgres"), superuser(), password);
    }

    /** The same until {@link #close}. */
    public int port() {
        return upkeep.port();
    }

    /** Where everything of this server is, as its one true path. */
    public Path folder() {
        return folder.path();
    }

    public String superuser() {
        return PostgresFolder.SUPERUSER;
    }

    public String password() {
        return password;
    }

    public String jdbcUrl(String database) {
        return jdbcUrl(port(), database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://" + PostgresFolder.HOST + ":" + port + "/" + database;
    }

    /** The superuser's way to a database, which is made where there is none of that name. */
    public ConnectionDetails database(String name) throws SQLException {
        try (Connection connection = maintenance().connect();
                PreparedStatement known = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            known.setString(1, name);
            try (ResultSet row = known.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (!row.next()) {
                    statement.execute("create database " + statement.enquoteIdentifier(name, true));
                }
            }
        }
        return new ConnectionDetails(jdbcUrl(name), superuser(), password);
    }

    /**
     * A new database that begins as another is.
     *
     * @param from nobody is connected to it
     */
    public ConnectionDetails copy(String from, String name) throws SQLException {
        try (Connection connection = maintenance().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true) + " template "
                    + statement.enquoteIdentifier(from, true) + " strategy file_copy");
        }
        return new ConnectionDetails(jdbcUrl(name), superuser(), password);
    }

    /**
     * The way to a database that is there, as a role that may do nothing yet, which is made where there is none. Its password
     * is kept in {@code passwords/} and set at each call, so that file and server agree whatever was put back or lost.
     */
    public ConnectionDetails login(String database, String role) throws SQLException {
        String secret = new RolePasswords(folder).kept(role);
        ConnectionDetails superuser = new ConnectionDetails(jdbcUrl(database), superuser(), password);
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            String name = statement.enquoteIdentifier(role, true);
            statement.execute(
                    "do $$ begin create role " + name + "; exception when duplicate_object then null; end $$");
            statement.execute("alter role " + name + " with login nosuperuser nocreatedb nocreaterole nobypassrls"
                    + " noreplication password " + statement.enquoteLiteral(secret));
        }
        return new ConnectionDetails(jdbcUrl(database), role, secret);
    }

    /**
     * Breaks sessions off, writes everything down, stops the server and leaves the folder. A second call waits for the
     * first and does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        forgetHook();
        try {
            upkeep.end();
            Files.deleteIfExists(folder.endpoint());
        } catch (IOException e) {
            throw new PostgresUnavailable(folder.endpoint() + " cannot be removed (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("interrupted while PostgreSQL was stopping; it may still run", e);
        } finally {
            lock.close();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            log.debug("The JVM is ending: its hooks stay as they are");
        }
    }
}
