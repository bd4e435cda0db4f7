package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that another process (or this one) runs on a folder, found from beside it.
 *
 * @param port on the loopback address; the same for as long as that process lives
 * @param pid the process that holds the folder, not PostgreSQL's
 * @param folder its one true path
 */
public record RunningPostgres(int port, long pid, Path folder) {

    /**
     * The server that runs on the folder at this moment; empty while none does, or while it is still starting.
     *
     * @throws PostgresUnavailable where the folder is there but cannot be read
     */
    public static Optional<RunningPostgres> find(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            PostgresFolder home = new PostgresFolder(folder.toRealPath());
            if (!FolderLock.isHeld(home)) {
                return Optional.empty();
            }
            return Endpoint.of(home).map(found -> new RunningPostgres(found.port(), found.pid(), home.path()));
        } catch (IOException e) {
            throw new PostgresUnavailable(folder + " cannot be read (" + e + ")", e);
        }
    }

    public String superuser() {
        return PostgresFolder.SUPERUSER;
    }

    /** The superuser's way to a database that the server is known to have. */
    public ConnectionDetails database(String name) {
        String password = new PostgresFolder(folder).readPassword();
        return new ConnectionDetails(EmbeddedPostgres.jdbcUrl(port, name), superuser(), password);
    }

    /** The way to it as a role that the server is known to have, {@link EmbeddedPostgres#login} says from when on. */
    public ConnectionDetails login(String database, String role) {
        String password = new RolePasswords(new PostgresFolder(folder)).read(role);
        return new ConnectionDetails(EmbeddedPostgres.jdbcUrl(port, database), role, password);
    }

    @Override
    public String toString() {
        return "PostgreSQL of process " + pid + " on port " + port;
    }
}
