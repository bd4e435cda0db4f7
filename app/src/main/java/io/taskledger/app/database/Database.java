package io.taskledger.app.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.taskledger.app.settings.ExternalDatabase;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.EmbeddedPostgres;
import io.taskledger.postgres.PostgresOptions;
import io.taskledger.postgres.PostgresOptions.Archive;
import io.taskledger.postgres.RunningPostgres;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that the product runs on: somebody else's by setting, else an embedded one. Afterwards both are alike. */
public final class Database implements AutoCloseable {

    /** What the embedded one is called. */
    public static final String NAME = "taskledger";

    /** The archives of the embedded server's log, among the backups. */
    public static final String ARCHIVES = "wal";

    private static final Duration OUTSIDE_THE_ARCHIVE = Duration.ofMinutes(5);

    private final @Nullable EmbeddedPostgres embedded;
    private final Map<Role, Entrance> entrances;
    private final boolean guarded;

    /** @param role that a session takes after it has connected; empty: it stays who it is */
    record Entrance(ConnectionDetails login, Optional<String> role) {}

    private Database(@Nullable EmbeddedPostgres embedded, Map<Role, Entrance> entrances, boolean guarded) {
        this.embedded = embedded;
        this.entrances = entrances;
        this.guarded = guarded;
    }

    /**
     * With its roles, which are made where they are missing.
     *
     * @throws io.taskledger.postgres.PostgresUnavailable where the embedded one does not start
     */
    public static Database open(TaskledgerSettings settings) throws SQLException {
        if (settings.database().isPresent()) {
            return external(settings.database().get(), BorrowedRoles::of);
        }
        CopiesBeside.requireNoHalfRestore(settings);
        // Spring closes it after everything that uses it; a hook of its own would not wait for that.
        var server = EmbeddedPostgres.start(
                folder(settings),
                PostgresOptions.forKeeps().withStopsWithJvm(false).withArchive(archive(settings)));
        var made = false;
        try {
            var database = embedded(server);
            made = true;
            return database;
        } finally {
            if (!made) {
                server.close();
            }
        }
    }

    /**
     * What is there, to look at: nothing is started, and no role is made. Empty while the embedded one does not run; closing it
     * leaves it as it is.
     */
    public static Optional<Database> found(TaskledgerSettings settings) throws SQLException {
        if (settings.database().isEmpty()) {
            return beside(settings);
        }
        return Optional.of(external(settings.database().get(), BorrowedRoles::there));
    }

    /**
     * The embedded one that another process runs at this moment; closing it leaves that as it is. Empty while none does, and
     * where the database is somebody else's.
     */
    public static Optional<Database> beside(TaskledgerSettings settings) {
        return settings.database().isPresent()
                ? Optional.empty()
                : RunningPostgres.find(folder(settings)).map(Database::beside);
    }

    private static Database beside(RunningPostgres server) {
        var logins = new EnumMap<Role, Entrance>(Role.class);
        for (var role : Role.values()) {
            logins.put(role, new Entrance(server.login(NAME, role.in(NAME)), Optional.empty()));
        }
        return new Database(null, logins, true);
    }

    private static Database embedded(EmbeddedPostgres server) throws SQLException {
        var superuser = server.database(NAME);
        var logins = new EnumMap<Role, Entrance>(Role.class);
        for (var role : Role.values()) {
            logins.put(role, new Entrance(server.login(NAME, role.in(NAME)), Optional.empty()));
        }
        Handover.toOwner(superuser, NAME);
        return new Database(server, logins, true);
    }

    /** Which roles a login takes: asked only where they do not sign in themselves. */
    @FunctionalInterface
    private interface Borrowing {
        Map<Role, String> roles(ConnectionDetails login) throws SQLException;
    }

    private static Database external(ExternalDatabase external, Borrowing borrowing) throws SQLException {
        var login = new ConnectionDetails(external.jdbcUrl(), external.user(), external.password());
        var own = OwnLogins.of(external, login);
        if (own.isPresent()) {
            return new Database(null, own.get(), true);
        }
        var roles = borrowing.roles(login);
        var entrances = new EnumMap<Role, Entrance>(Role.class);
        for (var role : Role.values()) {
            entrances.put(role, new Entrance(login, Optional.ofNullable(roles.get(role))));
        }
        return new Database(null, entrances, !roles.isEmpty());
    }

    /** The superuser's way to the embedded one, for what nobody else may do; empty where the database is somebody else's. */
    Optional<ConnectionDetails> superuser() throws SQLException {
        return embedded == null ? Optional.empty() : Optional.of(embedded.database(NAME));
    }

    /** Where the embedded server keeps its data. */
    public static Path folder(TaskledgerSettings settings) {
        return settings.data().resolve("postgres");
    }

    /** Where the embedded server's log is kept, and how much of it a lost disk may cost. */
    private static Archive archive(TaskledgerSettings settings) {
        return new Archive(settings.backups().folder().resolve(ARCHIVES), OUTSIDE_THE_ARCHIVE);
    }

    /** The one that this process runs; empty where the database is somebody else's. */
    public Optional<EmbeddedPostgres> server() {
        return Optional.ofNullable(embedded);
    }

    public boolean isEmbedded() {
        return embedded != null;
    }

    /** The role's name, to grant something to; empty where all sessions are one login's. */
    public Optional<String> roleName(Role role) {
        var entrance = entrance(role);
        return guarded ? Optional.of(entrance.role().orElse(entrance.login().user())) : Optional.empty();
    }

    /**
     * Sessions of a role.
     *
     * @param purpose a word or two, which PostgreSQL shows
     */
    public Session session(Role role, String purpose, TimeLimits limits) {
        var entrance = entrance(role);
        var begin = entrance.role()
                .map(name -> "set role " + Role.quoted(name) + "; ")
                .orElse("");
        return new Session(entrance.login(), "taskledger " + purpose, begin + limits.forSession(), limits);
    }

    private Entrance entrance(Role role) {
        return Objects.requireNonNull(entrances.get(role));
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
