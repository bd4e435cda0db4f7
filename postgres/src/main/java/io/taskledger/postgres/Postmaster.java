package io.taskledger.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the server's main process, a direct child of this JVM in a session of its own. */
record Postmaster(Process process, int port) {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(300);
    /** For how long the sessions of a killed server may hold on to its shared memory. */
    private static final Duration LINGERING = Duration.ofSeconds(30);

    /** What a start needs to know; the same for each run on a folder. */
    record Setup(PostgresFolder folder, Invocation programs, PostgresOptions options) {

        DataFolder data() {
            return new DataFolder(folder, programs);
        }

        ServerLog log() {
            return new ServerLog(folder, programs);
        }
    }

    /** Starts a server and waits until it takes connections. {@code port} 0: a free one. */
    static Postmaster start(Setup setup, int port) throws IOException, InterruptedException {
        long lingering = System.nanoTime() + LINGERING.toNanos();
        for (int attempt = 1; ; attempt++) {
            setup.data().stopOrphan(); // each time: one that was just being started shows itself late
            long logged = setup.log().size();
            Postmaster postmaster = spawn(setup, port);
            if (postmaster.isReadyInTime(setup)) {
                return postmaster;
            }
            String words = setup.log().lastWords(logged);
            boolean held = words.contains("is still in use") && System.nanoTime() - lingering < 0;
            if (attempt >= ATTEMPTS && !held) {
                throw new PostgresUnavailable(
                        "PostgreSQL did not start on " + setup.folder().path() + ": " + words);
            }
            log.debug("PostgreSQL did not start at attempt {}: {}", attempt, words);
            Thread.sleep(BETWEEN_ATTEMPTS);
        }
    }

    /** Waits until the process is gone; false when it still runs after that time. */
    boolean isGoneWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Postmaster spawn(Setup setup, int port) throws IOException {
        int chosen = port == 0 ? freePort() : port;
        List<String> arguments =
                new ArrayList<>(List.of("-D", setup.folder().data().toString()));
        arguments.addAll(
                ServerSettings.arguments(setup.options(), setup.folder().log(), chosen));
        Process process = setup.programs()
                .detached(setup.programs().command("postgres", arguments))
                .redirectOutput(setup.log().start().toFile())
                .start();
        return new Postmaster(process, chosen);
    }

    /** Somebody may take it before the server does: then the next attempt finds another. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(PostgresFolder.HOST), 0));
            return socket.getLocalPort();
        }
    }

    /** False when the process ended instead. A server that takes too long, or is not waited for, is ended. */
    private boolean isReadyInTime(Setup setup) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + setup.options().startWait().toNanos();
        boolean settled = false;
        try {
            while (!isGoneWithin(Duration.ofMillis(20))) {
                Optional<PostmasterPid> file = PostmasterPid.in(setup.folder().data());
                if (file.isPresent() && file.get().ready() && file.get().pid() == process.pid()) {
                    settled = true;
                    return true;
                }
                if (System.nanoTime() - deadline >= 0) {
                    throw new PostgresUnavailable("PostgreSQL was not ready within "
                            + setup.options().startWait().toSeconds() + " s; its log is "
                            + setup.log().file());
                }
            }
            settled = true;
            return false;
        } finally {
            if (!settled) {
                process.destroyForcibly().onExit().join();
            }
        }
    }
}
