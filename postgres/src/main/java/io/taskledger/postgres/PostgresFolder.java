package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.security.auth.module.UnixSystem;

/**
 * The folder that a server lives in: {@code data/}, {@code log/}, {@code password}, {@code lock} and, while it runs,
 * {@code endpoint.properties}. Nobody but its owner may enter it.
 */
record PostgresFolder(Path path) {

    static final String HOST = "127.0.0.1";
    static final String SUPERUSER = "postgres";
    static final String LOG_NAME = "postgres.log";

    /** Makes the folder where needed, closes it to others and gives its one true path. */
    static PostgresFolder prepared(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            OwnerOnly.folder(path);
            PostgresFolder prepared = new PostgresFolder(path.toRealPath());
            prepared.requireOwnData();
            OwnerOnly.folder(prepared.log());
            return prepared;
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    path + " cannot hold the database (" + e + "): name another folder, or make this one accessible",
                    e);
        }
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("log");
    }

    Path password() {
        return path.resolve("password");
    }

    /** Of a role of ours. */
    Path password(String role) {
        if (!role.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a name of a role of ours: " + role);
        }
        return passwords().resolve(role);
    }

    Path passwords() {
        return path.resolve("passwords");
    }

    /** What the archive of its log is called; not there for data that were made here. */
    Path archiveName() {
        return path.resolve("archive");
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path endpoint() {
        return path.resolve("endpoint.properties");
    }

    String readPassword() {
        try {
            OwnerOnly.closeToOthers(password());
            String password = Files.readString(password()).strip();
            if (password.isEmpty()) {
                throw new IOException("it is empty");
            }
            return password;
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "The database's password cannot be read from " + password() + " (" + e
                            + "): put that file back from a backup; without it the data in " + data()
                            + " stay closed",
                    e);
        }
    }

    /** PostgreSQL refuses another user's data folder, in words that don't say what to do. */
    private void requireOwnData() throws IOException {
        if (!Files.exists(data())) {
            return;
        }
        int owner = (Integer) Files.getAttribute(data(), "unix:uid");
        if (owner != new UnixSystem().getUid()) {
            throw new PostgresUnavailable(data() + " belongs to "
                    + Files.getOwner(data()).getName() + ", and only that user's PostgreSQL can open it:"
                    + " run Taskledger as that user, or change the folder's owner");
        }
    }
}
