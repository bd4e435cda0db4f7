package io.taskledger.app.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.taskledger.app.deploy.Fleet.NODES;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code deploy/roll} with two nodes that are small processes in the product's place. */
class RollTest {

    /** A proxy believes a node that is back when it has said so as often. */
    private static final int RISE = 3;

    private static final Duration WITHIN = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Fleet fleet;

    @BeforeEach
    void two_nodes_run_the_old_release() throws Exception {
        fleet = Fleet.in(folder, Map.of());
        var old = fleet.release("old", serving("old", "true"));
        for (var node : NODES) {
            fleet.start(node, old);
        }
        fleet.awaitReady();
    }

    @AfterEach
    void end() {
        fleet.close();
    }

    @Test
    void a_release_comes_to_all_nodes_while_a_proxy_always_has_one_that_it_believes() throws Exception {
        var next = fleet.release("new", serving("new", "true"));
        var over = new AtomicBoolean();
        var unserved = new AtomicInteger();
        var proxy = CompletableFuture.runAsync(() -> {
            var up = new HashMap<String, Integer>();
            NODES.forEach(node -> up.put(node, RISE));
            while (!over.get()) {
                NODES.forEach(node -> up.merge(node, 1, (seen, one) -> fleet.isReady(node) ? seen + one : 0));
                if (up.values().stream().noneMatch(seen -> seen >= RISE)) {
                    unserved.incrementAndGet();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        });
        try {
            var rolled = fleet.roll(next, 30, 1);

            assertThat(rolled.exitCode()).as(rolled.output()).isZero();
            assertThat(rolled.output()).endsWith("all nodes run " + next + "\n");
            assertThat(NODES).allSatisfy(node -> assertThat(runs(node)).isEqualTo("new"));
        } finally {
            over.set(true);
            proxy.join();
        }
        assertThat(unserved).hasValue(0);
    }

    @Test
    void a_node_that_does_not_become_ready_is_rolled_back_with_those_before_it() throws Exception {
        var half = fleet.release("half", serving("half", "$([ \"${PWD##*/}\" = a ] && echo true || echo false)"));

        var rolled = fleet.roll(half, 3, 0);

        assertThat(rolled.exitCode()).isEqualTo(1);
        assertThat(rolled.output()).contains("b is not ready after 3 s", "b goes back to", "a goes back to");
        assertThat(NODES).allSatisfy(node -> assertThat(runs(node)).isEqualTo("old"));
        assertThat(rolled.time()).isLessThan(WITHIN);
    }

    @Test
    void a_release_that_hangs_and_does_not_heed_its_stop_is_rolled_back_within_the_limit() throws Exception {
        var deaf = fleet.release("deaf", "[ $# -eq 0 ] || exit 0\ntrap '' TERM\nwhile :; do sleep 0.2; done");

        // Of which 35 are kept for the way back.
        var rolled = fleet.roll(deaf, Map.of("ROLL_LIMIT", "41"));

        assertThat(rolled.exitCode()).isEqualTo(1);
        assertThat(rolled.output()).contains("a is not ready after 6 s").containsPattern("a is back, \\d+ s after");
        assertThat(NODES).allSatisfy(node -> assertThat(runs(node)).isEqualTo("old"));
        assertThat(rolled.time()).isLessThan(Duration.ofSeconds(41));
    }

    @Test
    void a_release_that_ends_at_once_is_not_waited_for() throws Exception {
        var broken = fleet.release("broken", "[ $# -eq 0 ] || exit 0\nexit 3");

        var rolled = fleet.roll(broken, 600, 0);

        assertThat(rolled.exitCode()).isEqualTo(1);
        assertThat(rolled.output()).contains("a has ended", "a goes back to").doesNotContain("b:");
        assertThat(NODES).allSatisfy(node -> assertThat(runs(node)).isEqualTo("old"));
    }

    @Test
    void nothing_is_begun_where_a_node_is_away_or_the_release_is_missing() throws Exception {
        assertThat(fleet.roll(folder.resolve("missing"), 5, 0).output())
                .contains("there is no " + folder.resolve("missing"));
        var next = fleet.release("new", serving("new", "true"));
        fleet.stop("b");

        var rolled = fleet.roll(next, 5, 0);

        assertThat(rolled.exitCode()).isEqualTo(1);
        assertThat(rolled.output()).contains("b is not ready; mend that first");
        assertThat(runs("a")).isEqualTo("old");
    }

    @Test
    void a_release_is_built_before_the_first_node_stops_and_left_alone_where_it_cannot_be() throws Exception {
        var unbuilt = fleet.release("unbuilt", "[ $# -eq 0 ] || { echo no compiler >&2; exit 1; }\nexit 0");

        var rolled = fleet.roll(unbuilt, 5, 0);

        assertThat(rolled.exitCode()).isEqualTo(1);
        assertThat(rolled.output())
                .contains("no compiler", unbuilt + " cannot be built")
                .doesNotContain("a:");
        assertThat(NODES).allSatisfy(node -> assertThat(runs(node)).isEqualTo("old"));
    }

    /** A small program in the product's place; asked for its version it says so and ends. */
    private static String serving(String release, String ready) {
        var classes = StandIn.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return "[ $# -eq 0 ] || exit 0\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -Xshare:auto -cp '%s' %s %s %s"
                .formatted(System.getProperty("java.home"), classes, StandIn.class.getName(), release, ready);
    }

    private String runs(String node) {
        return fleet.rest(node).page("/").body();
    }
}
