package io.taskledger.app.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.app.product.Installation;
import io.taskledger.app.product.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code deploy/roll} with two nodes that are small processes in the product's place. */
class RollTest {

    private static final List<String> NODES = List.of("a", "b");
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private record Rolled(int exitCode, String output, Duration time) {}

    @BeforeEach
    void two_nodes_run_the_old_release() throws Exception {
        for (var node : NODES) {
            Files.createDirectories(fleet().resolve(node));
            Files.writeString(fleet().resolve(node).resolve("port"), Product.freePort() + "\n");
        }
        release("old", "exec %s old true".formatted(standIn()));
        for (var node : NODES) {
            shell("FLEET='%s'; . deploy/fleet/processes; start %s '%s'"
                    .formatted(fleet(), node, folder.resolve("old")));
        }
        var deadline = System.nanoTime() + WITHIN.toNanos();
        while (!NODES.stream().allMatch(node -> status(node) == 200)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @AfterEach
    void end() throws IOException {
        for (var node : NODES) {
            var pid = Long.parseLong(
                    Files.readString(fleet().resolve(node).resolve("pid")).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        client.close();
    }

    @Test
    void a_release_comes_to_all_nodes_while_one_of_them_always_serves() throws Exception {
        release("new", "exec %s new true".formatted(standIn()));
        var over = new AtomicBoolean();
        var unserved = new AtomicInteger();
        var people = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                if (NODES.stream().noneMatch(node -> status(node) == 200)) {
                    unserved.incrementAndGet();
                }
            }
        });
        try {
            var rolled = roll("new", 30);

            assertThat(rolled.exitCode()).as(rolled.output()).isZero();
            assertThat(rolled.output()).endsWith("all nodes run " + folder.resolve("new") + "\n");
            assertThat(NODES).allSatisfy(node -> assertThat(release(node)).isEqualTo("new"));
        } finally {
            over.set(true);
            people.join();
        }
        assertThat(unserved).hasValue(0);
    }

    @Test
    void a_node_that_does_not_become_ready_is_rolled_back_with_those_before_it() throws Exception {
        release("half", "exec %s half $([ \"${PWD##*/}\" = a ] && echo true || echo false)".formatted(standIn()));

        var rolled = roll("half", 3);

        assertThat(rolled.exitCode()).isEqualTo(1);
        assertThat(rolled.output()).contains("b is not ready after 3 s", "b goes back to", "a goes back to");
        assertThat(NODES).allSatisfy(node -> assertThat(release(node)).isEqualTo("old"));
        assertThat(rolled.time()).isLessThan(WITHIN);
    }

    @Test
    void a_release_that_ends_at_once_is_not_waited_for() throws Exception {
        release("broken", "exit 3");

        var rolled = roll("broken", 600);

        assertThat(rolled.exitCode()).isEqualTo(1);
        assertThat(rolled.output()).contains("a has ended", "a goes back to").doesNotContain("b:");
        assertThat(NODES).allSatisfy(node -> assertThat(release(node)).isEqualTo("old"));
    }

    @Test
    void nothing_is_begun_where_a_node_is_away_or_the_release_is_missing() throws Exception {
        assertThat(roll("missing", 5).output()).contains("there is no " + folder.resolve("missing"));
        release("new", "exec %s new true".formatted(standIn()));
        shell("FLEET='%s'; . deploy/fleet/processes; stop b".formatted(fleet()));

        var rolled = roll("new", 5);

        assertThat(rolled.exitCode()).isEqualTo(1);
        assertThat(rolled.output()).contains("b is not ready; mend that first");
        assertThat(release("a")).isEqualTo("old");
    }

    private Path fleet() {
        return folder.resolve("fleet");
    }

    private void release(String name, String line) throws IOException {
        var program = Files.createDirectories(folder.resolve(name)).resolve("taskledger");
        Files.writeString(program, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String standIn() {
        var classes = StandIn.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return "'%s/bin/java' -XX:TieredStopAtLevel=1 -Xshare:auto -cp '%s' %s"
                .formatted(System.getProperty("java.home"), classes, StandIn.class.getName());
    }

    private Rolled roll(String release, int patience) throws Exception {
        var began = System.nanoTime();
        var builder = new ProcessBuilder(
                        "deploy/roll",
                        "deploy/fleet/processes",
                        folder.resolve(release).toString())
                .directory(Installation.ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().put("FLEET", fleet().toString());
        builder.environment().put("ROLL_PATIENCE", Integer.toString(patience));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Rolled(process.waitFor(), output, Duration.ofNanos(System.nanoTime() - began));
    }

    private static void shell(String script) throws Exception {
        var process = new ProcessBuilder("sh", "-euc", script)
                .directory(Installation.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private URI address(String node) {
        try {
            return URI.create("http://127.0.0.1:"
                    + Files.readString(fleet().resolve(node).resolve("port")).strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int status(String node) {
        try {
            return client.send(
                            HttpRequest.newBuilder(address(node).resolve("/ready"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String release(String node) {
        try {
            return client.send(HttpRequest.newBuilder(address(node)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
