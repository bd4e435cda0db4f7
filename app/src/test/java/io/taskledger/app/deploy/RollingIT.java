package io.taskledger.app.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.taskledger.app.product.Form;
import io.taskledger.app.product.Installation;
import io.taskledger.app.product.ManyTasks;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.taskledger.app.deploy.Fleet.NODES;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code deploy/roll} with two nodes of the release before, behind HAProxy, while people work. */
class RollingIT {

    private static final int EVENTS = 100_000;
    private static final int REQUESTS = 50_000;
    private static final int SETTLE_SECONDS = 5;

    /** This is not about how fast a node starts beside everything else here. */
    private static final int MUCH_PATIENCE_SECONDS = 180;

    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    private final ConnectionDetails database = TemporaryPostgres.shared().freshDatabase();

    @TempDir
    private Path folder;

    private Fleet fleet;
    private Haproxy proxy;

    @BeforeEach
    void two_nodes_of_the_release_before_with_old_events() throws Exception {
        Assumptions.assumeTrue(Form.isLong(), "a matter of minutes; RollTest is the short form");
        Assumptions.assumeTrue(Haproxy.isThere(), "HAProxy is missing: apt-get install -y haproxy");
        fleet = Fleet.in(folder, settings());
        var before = PreviousRelease.built();
        fleet.start("a", before);
        Fleet.await(() -> fleet.isReady("a"));
        ManyTasks.live(fleet.rest("a"));
        fleet.stop("a");
        ManyTasks.copy(database, EVENTS);
        for (var node : NODES) {
            fleet.start(node, before);
        }
        fleet.awaitReady();
        proxy = Haproxy.inFrontOf(fleet);
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("TASKLEDGER_ADDRESS", "127.0.0.1");
        settings.put("TASKLEDGER_DATABASE_URL", database.jdbcUrl());
        settings.put("TASKLEDGER_DATABASE_USER", database.user());
        settings.put("TASKLEDGER_DATABASE_PASSWORD", database.password());
        settings.put("TASKLEDGER_MASTER_KEY", "ab".repeat(32));
        settings.put("TASKLEDGER_PUBLIC_URL", "https://tasks.example.org");
        settings.put("TASKLEDGER_HOSTS", "127.0.0.1");
        settings.put("TASKLEDGER_PROXIES", "127.0.0.1");
        settings.put("TASKLEDGER_RATE_LIMITS", "off");
        settings.put("TASKLEDGER_DRAIN", "3");
        return settings;
    }

    @AfterEach
    void end() {
        if (proxy != null) {
            proxy.close();
        }
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    void nobody_notices_that_the_release_changes() throws Exception {
        var next = fleet.release("next", "exec " + Installation.here().commandLine(folder) + " \"$@\"");
        try (var people = People.at(proxy, ManyTasks.people())) {
            people.awaitRequests(REQUESTS / 10);
            var rolled = fleet.roll(next, MUCH_PATIENCE_SECONDS, SETTLE_SECONDS);
            assertThat(rolled.exitCode()).as(rolled.output()).isZero();
            people.awaitRequests(REQUESTS);
            people.stop();
            System.out.printf("%,d requests in %s, rolled in %s%n", people.requests(), people.time(), rolled.time());
            assertThat(people.failures()).isEmpty();
            people.requireAllThatWasAcknowledged();
        }
        assertThat(NODES).allSatisfy(node -> assertThat(fleet.releaseOf(node)).isEqualTo(next.toString()));
    }

    @Test
    void a_release_that_does_not_become_ready_goes_and_nobody_notices_either() throws Exception {
        // It lives, and never answers.
        var unfit = fleet.release("unfit", "[ $# -gt 0 ] || exec sleep 600");
        try (var people = People.at(proxy, ManyTasks.people())) {
            people.awaitRequests(REQUESTS / 50);
            var rolled = fleet.roll(unfit, Map.of());
            people.stop();
            assertThat(rolled.exitCode()).as(rolled.output()).isEqualTo(1);
            assertThat(rolled.output()).contains("rolled back");
            assertThat(rolled.time()).isLessThan(BACK_WITHIN);
            System.out.printf("rolled back in %s, %,d requests meanwhile%n", rolled.time(), people.requests());
            assertThat(people.failures()).isEmpty();
            people.requireAllThatWasAcknowledged();
        }
    }
}
