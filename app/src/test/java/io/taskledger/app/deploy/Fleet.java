package io.taskledger.app.deploy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.taskledger.app.product.Installation;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes as {@code deploy/fleet/processes} has them, and releases for them; all in one folder. Killed when it is closed. */
record Fleet(Path folder) implements AutoCloseable {

    static final List<String> NODES = List.of("a", "b");

    /** For 100,000 events to be folded and 50,000 requests to be answered, on a machine that others use as well. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** How {@code deploy/roll} went. */
    record Rolled(int exitCode, String output, Duration time) {}

    /** @param settings of both nodes; each has a data folder of its own */
    static Fleet in(Path folder, Map<String, String> settings) throws IOException {
        var fleet = new Fleet(folder);
        for (var node : NODES) {
            Files.createDirectories(fleet.home(node));
            Files.writeString(fleet.home(node).resolve("port"), Product.freePort() + "\n");
            Files.writeString(
                    fleet.home(node).resolve("env"),
                    settings.entrySet().stream()
                                    .map(one -> one.getKey() + "='" + one.getValue() + "'\n")
                                    .collect(Collectors.joining())
                            + "TASKLEDGER_DATA='" + fleet.home(node).resolve("data") + "'\n");
        }
        return fleet;
    }

    private Path nodes() {
        return folder.resolve("nodes");
    }

    private Path home(String node) {
        return nodes().resolve(node);
    }

    /** A folder with an executable that does this. */
    Path release(String name, String line) throws IOException {
        var program = Files.createDirectories(folder.resolve(name)).resolve("taskledger");
        Files.writeString(program, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve(name);
    }

    void start(String node, Path release) throws IOException, InterruptedException {
        shell("start %s '%s'".formatted(node, release));
    }

    void stop(String node) throws IOException, InterruptedException {
        shell("stop " + node);
    }

    private void shell(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "sh", "-euc", "FLEET='%s'; . deploy/fleet/processes; %s".formatted(nodes(), script))
                .directory(Installation.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /**
     * Rolls a release out.
     *
     * @param patience seconds that a node has to become ready
     * @param settle seconds between two nodes
     */
    Rolled roll(Path release, int patience, int settle) throws IOException, InterruptedException {
        return roll(
                release, Map.of("ROLL_PATIENCE", Integer.toString(patience), "ROLL_SETTLE", Integer.toString(settle)));
    }

    /** Rolls a release out, by the script's own settings but for those that are named. */
    Rolled roll(Path release, Map<String, String> settings) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var builder = new ProcessBuilder("deploy/roll", "deploy/fleet/processes", release.toString())
                .directory(Installation.ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TASKLEDGER_") || name.startsWith("ROLL_"));
        builder.environment().put("FLEET", nodes().toString());
        builder.environment().putAll(settings);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Rolled(process.waitFor(), output, Duration.ofNanos(System.nanoTime() - began));
    }

    void awaitReady() {
        await(() -> NODES.stream().allMatch(this::isReady));
    }

    boolean isReady(String node) {
        return rest(node).answers("/ready");
    }

    Rest rest(String node) {
        return new Rest(URI.create("http://127.0.0.1:" + port(node)), "");
    }

    int port(String node) {
        return Integer.parseInt(said(node, "port"));
    }

    /** What a node is said to run. */
    String releaseOf(String node) {
        return said(node, "release");
    }

    /** All that it has said. */
    String log(String node) {
        return said(node, "log");
    }

    private String said(String node, String file) {
        try {
            return Files.readString(home(node).resolve(file)).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static void await(BooleanSupplier wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        for (var node : NODES) {
            if (Files.exists(home(node).resolve("pid"))) {
                ProcessHandle.of(Long.parseLong(said(node, "pid"))).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }
}
