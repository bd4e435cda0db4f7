package io.taskledger.app;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.taskledger.app.product.Form;
import io.taskledger.app.product.Lender;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.ReadModels;
import io.taskledger.app.product.Rest;
import io.taskledger.app.product.WithALentProduct;
import io.taskledger.app.product.Writers;
import io.taskledger.postgres.ConnectionDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What was acknowledged is there, and is not done again, however the product ended. */
@WithALentProduct
class KillingIT {

    private static final String PASSWORD = "nine lives at least";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int ROUNDS = Form.of(2, 30);
    private static final List<Victim> VICTIMS = List.of(Victim.POSTGRES, Victim.BOTH, Victim.JVM);

    private enum Victim {
        JVM,
        POSTGRES,
        BOTH
    }

    @Test
    void every_acknowledged_command_survives_kills_in_the_midst_of_writing_and_is_done_once(Lender lender)
            throws Exception {
        var lent = lender.any();
        var writers = new Writers();
        var longest = 0L;
        lent.product().rest().register("tom", PASSWORD);
        for (var round = 0; round < ROUNDS; round++) {
            var victim = VICTIMS.get(round % VICTIMS.size());
            writers.writeUntil(signedIn(lent.product()), () -> kill(lent.product(), victim));
            var killed = System.nanoTime();
            var product = victim == Victim.POSTGRES ? lent.product() : lent.start();
            var what = "round %d, after the kill of %s".formatted(round, victim);
            shows_what_the_events_tell(product, what);
            longest = Math.max(longest, System.nanoTime() - killed);
            writers.askAgain(signedIn(product), what);
            assertThat(signedIn(product).titles()).as(what).doesNotHaveDuplicates();
            assertThat(writers.missingFrom(signedIn(product).titles())).as(what).isEmpty();
        }
        var verified = lent.product().run("projections", "verify", "--all");
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        System.out.printf(
                "%d kills: of %s nothing is missing, nothing there twice; all shown again within %d ms%n",
                ROUNDS, writers, TimeUnit.NANOSECONDS.toMillis(longest));
    }

    /** Or the test above could not fail: PostgreSQL acknowledges what it has not written yet, and is killed. */
    @Test
    void commands_that_were_not_waited_for_until_they_are_on_the_disk_are_missed(@TempDir Path home) throws Exception {
        try (var product = Product.start(home)) {
            product.rest().register("tom", PASSWORD);
            var tom = signedIn(product);
            acknowledgesTooEarly(product.database());
            var writers = new Writers();

            writers.writeUntil(tom, () -> kill(product, Victim.POSTGRES));
            await().atMost(SOON).until(() -> tom.get("/tasks").status() == 200);

            assertThat(writers.missingFrom(tom.titles())).isNotEmpty();
        }
    }

    private static void acknowledgesTooEarly(ConnectionDetails database) throws Exception {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("alter database taskledger set synchronous_commit = off");
            statement.execute("alter system set wal_writer_delay = '10s'");
            statement.execute("select pg_reload_conf()");
            // Sessions that begin from now on know of it.
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        }
    }

    private static void shows_what_the_events_tell(Product product, String what) throws Exception {
        await().atMost(Duration.ofMinutes(1)).until(() -> product.rest().answers("/ready"));
        var rows = new ReadModels(product.database());
        await(what).atMost(SOON).untilAsserted(() -> assertThat(rows.outline()).isEqualTo(rows.outlineOfEvents()));
    }

    private static void kill(Product product, Victim victim) {
        if (victim != Victim.JVM) {
            var server = product.postmaster();
            product.signalPostgres("-KILL");
            server.onExit().join();
        }
        if (victim != Victim.POSTGRES) {
            product.kill();
        }
    }

    private static Rest signedIn(Product product) {
        return product.rest().signIn("tom", PASSWORD);
    }
}
