package io.taskledger.app.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;

import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.RunningPostgres;

/** A running product; killed when it is closed. */
public final class Product implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(Form.of(2, 15));

    private final Process process;
    private final Path home;
    private final int port;

    private Product(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /**
     * Starts it on a free port and waits until it is ready.
     *
     * @param home where {@code data}, {@code .env} and {@code output.txt}, all that it says, are
     */
    public static Product start(Path home, Map<String, String> settings) {
        var product = begin(home, settings, all -> Installation.here().process(home, all));
        product.awaitReady();
        return product;
    }

    /**
     * Starts it as another release would be, and does not wait.
     *
     * @param resources a folder with what the other release has in place of this one's
     */
    public static Product beginChanged(Path resources, Path home, Map<String, String> settings) {
        return begin(home, settings, all -> Installation.here().changedProcess(resources, home, all));
    }

    private static Product begin(
            Path home, Map<String, String> settings, Function<Map<String, String>, ProcessBuilder> installation) {
        try {
            var port = freePort();
            var all = new HashMap<>(settings);
            all.put("TASKLEDGER_PORT", Integer.toString(port));
            all.put("TASKLEDGER_ADDRESS", "127.0.0.1");
            all.putIfAbsent("TASKLEDGER_RATE_LIMITS", "off");
            all.putIfAbsent("TASKLEDGER_DEMO", "off"); // its password and board take a tenth of a start
            all.putIfAbsent("TASKLEDGER_PUBLIC_URL", "http://127.0.0.1:" + port);
            var process = installation
                    .apply(all)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(output(home).toFile()))
                    .start();
            return new Product(process, home, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Product start(Path home) {
        return start(home, Map.of());
    }

    /** Where its data are. */
    public Path home() {
        return home;
    }

    public int port() {
        return port;
    }

    /** The command line on its home, beside it. */
    public Installation.Ran run(String... arguments) {
        return Installation.here().run(home, Map.of(), arguments);
    }

    /** @param user a name or email of an account */
    public void grantAdmin(String user) {
        var granted = run("admin", "grant", user);
        if (granted.exitCode() != 0) {
            throw new AssertionError(granted.errors());
        }
    }

    /** Of its process. */
    public long pid() {
        return process.pid();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Nobody signed in yet. */
    public Rest rest() {
        return new Rest(address(), "");
    }

    /** All that it has said, on this home, since its first start. */
    public String output() {
        try {
            return Files.readString(output(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The embedded database, as the operator may look into it. */
    public ConnectionDetails database() {
        return RunningPostgres.find(home.resolve("data/postgres")).orElseThrow().database("taskledger");
    }

    /** PostgreSQL's main process. */
    public ProcessHandle postmaster() {
        try {
            var pid = Files.readAllLines(postmasterFile(home)).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * To PostgreSQL and all processes that it has started, at once: none goes on without the others.
     *
     * @param signal such as {@code -STOP}
     */
    public void signalPostgres(String signal) {
        var server = postmaster();
        var command = Stream.concat(
                Stream.of("kill", signal),
                Stream.concat(Stream.of(server), server.descendants()).map(process -> Long.toString(process.pid())));
        try {
            // A session may have ended in between; the others got the signal.
            new ProcessBuilder(command.toList()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Path postmasterFile(Path home) {
        return home.resolve("data/postgres/data/postmaster.pid");
    }

    /** SIGKILL: nothing is put in order. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM, as Ctrl-C, service managers and container engines do it. */
    public int stop() {
        try {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still there after " + PATIENCE + ":\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it says of itself that it is ready. */
    public void awaitReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!rest().answers("/ready")) {
            if (!process.isAlive()) {
                throw new AssertionError("ended with " + process.exitValue() + " before it was ready:\n" + output());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not ready after " + PATIENCE + ":\n" + output());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        kill();
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path output(Path home) {
        return home.resolve("output.txt");
    }
}
