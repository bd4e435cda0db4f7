package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's data, made at the first start and freed of what a crash left. Used under the folder's lock only. */
record DataFolder(PostgresFolder folder, Invocation programs) {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final Duration INITIALISING = Duration.ofMinutes(3);
    private static final Duration STOPPING = Duration.ofSeconds(60);
    private static final String MAJOR = "18";

    void makeReady(boolean durable) throws IOException, InterruptedException {
        removeHalfMade();
        if (!Files.exists(folder.data())) {
            initialise(durable);
        }
        requireReadable();
    }

    private void removeHalfMade() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder.path(), "data.new*")) {
            for (Path leftover : leftovers) {
                log.warn("Removing {}, which a first start left half made", leftover);
                try {
                    new FolderTree(leftover).delete();
                } catch (IOException e) {
                    // An initdb that outlived its JVM may still write there; nothing else ever will.
                    log.warn("It cannot be removed yet ({}); the next start will", e.toString());
                }
            }
        }
    }

    private void initialise(boolean durable) throws IOException, InterruptedException {
        log.info("Making a database in {}", folder.data());
        if (!Files.exists(folder.password())) {
            OwnerOnly.write(folder.password(), RolePasswords.random() + "\n");
        }
        folder.readPassword();
        // A name of its own: an initdb that outlived its killed JVM must not write into a later one's.
        Path fresh = folder.path().resolve("data.new-" + UUID.randomUUID());
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + fresh,
                "--username=" + PostgresFolder.SUPERUSER,
                "--pwfile=" + folder.password(),
                "--auth=scram-sha-256",
                "--set=scram_iterations=1", // as ServerSettings
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        if (!durable) {
            arguments.add("--no-sync");
        } else if (ServerSettings.SYNCS_AS_A_WHOLE) {
            arguments.add("--sync-method=syncfs");
        }
        programs.run(INITIALISING, "initdb", arguments);
        OwnerOnly.move(fresh, folder.data());
    }

    private void requireReadable() throws IOException {
        Path version = folder.data().resolve("PG_VERSION");
        if (!Files.isRegularFile(version)) {
            throw new PostgresUnavailable(folder.data() + " is not a PostgreSQL data folder: name another folder,"
                    + " or move that one away");
        }
        String major = Files.readString(version).strip();
        if (!major.equals(MAJOR)) {
            throw new PostgresUnavailable(
                    folder.data() + " was made by PostgreSQL " + major + ", and this is PostgreSQL " + MAJOR
                            + ": start the Taskledger that made it, export, and import here");
        }
        folder.readPassword();
    }

    /** A server that outlived its killed JVM is stopped; a process that only inherited its number is left alone. */
    void stopOrphan() throws IOException, InterruptedException {
        Path file = PostmasterPid.file(folder.data());
        Optional<PostmasterPid> found = PostmasterPid.in(folder.data());
        if (found.isEmpty()) {
            if (Files.deleteIfExists(file)) {
                log.warn("Removed {}, which names no process", file);
            }
        } else if (found.get().serves(folder.data())) {
            log.warn(
                    "Stopping the PostgreSQL (process {}) that a killed Taskledger left behind",
                    found.get().pid());
            stopFast();
        } else if (found.get().isAlive()) {
            log.warn(
                    "{} names process {}, which is not this server: taken for stale",
                    file,
                    found.get().pid());
            disown(file);
        }
    }

    /**
     * Names this JVM in the place of the foreign process. PostgreSQL takes its own parent for a stale entry and goes on,
     * but still compares the shared memory that the file names: a plain removal would lose that last safeguard against
     * two servers on the same data.
     */
    private static void disown(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        OwnerOnly.write(file, String.join("\n", lines) + "\n");
    }

    /** Ends the server in good order: sessions are broken off, everything is written, nothing is left to replay. */
    void stopFast() throws InterruptedException {
        stop("fast");
    }

    /** Ends the server at once; the next start replays its log. */
    void stopImmediately() throws InterruptedException {
        stop("immediate");
    }

    private void stop(String mode) throws InterruptedException {
        programs.run(
                STOPPING.plusSeconds(10),
                "pg_ctl",
                List.of(
                        "stop",
                        "--pgdata=" + folder.data(),
                        "--mode=" + mode,
                        "--wait",
                        "--timeout=" + STOPPING.toSeconds()));
    }
}
