package io.taskledger.app;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.app.product.Form;
import io.taskledger.app.product.Lender;
import io.taskledger.app.product.Lent;
import io.taskledger.app.product.ManyTasks;
import io.taskledger.app.product.Operator;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.ReadModels;
import io.taskledger.app.product.WithALentProduct;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** However a rebuild is cut short: what people read is right at once, and the rebuild ends as if nothing had been. */
@WithALentProduct
class RebuildKillingIT {

    private static final int KILLS = Form.of(1, 50);
    private static final int EVENTS = Form.of(12_000, 150_000);

    /** Every so many kills PostgreSQL goes down with the product. */
    private static final int BOTH = Form.of(1, 3);

    private static final String ADMIN = ManyTasks.people().getFirst();

    private final long seed = System.nanoTime();
    private final Random chance = new Random(seed);
    private String undisturbed;
    private List<String> beforehand;

    @Test
    void a_rebuild_goes_on_after_every_kill_and_comes_out_as_an_undisturbed_one(Lender lender) throws Exception {
        var lent = lender.with(EVENTS);
        lent.product().grantAdmin(ADMIN);
        var whole = rebuildUndisturbed(lent.product());
        var begunAnew = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            var rebuild = operator(lent.product()).rebuild(Map.of("afterwards", "swap"));
            var moment = Duration.ofNanos((long) (chance.nextDouble() * whole.toNanos()));
            LockSupport.parkNanos(moment.toNanos());
            var what =
                    "kill %d of %d, %d ms after the beginning, seed %d".formatted(kill, KILLS, moment.toMillis(), seed);
            var product = killed(lent, kill % BOTH == 0);

            isRight(product, what);
            var report = operator(product).awaitEnd(rebuild);
            assertThat(report.path("state").asString()).as(what + ": " + report).isEqualTo("swapped");
            assertThat(report.path("clean").booleanValue()).as(what).isTrue();
            isRight(product, what);
            leavesNothingElse(product, what);
            begunAnew += report.path("attempt").asInt() > 1 ? 1 : 0;
        }
        if (Form.isLong()) {
            killWhilePaused(lent);
        }
        System.out.printf(
                "%d kills in rebuilds of %d events and %d ms: %d begun anew, each came out the same%n",
                KILLS, EVENTS, whole.toMillis(), begunAnew);
    }

    private void killWhilePaused(Lent lent) throws Exception {
        var product = lent.product();
        var rebuild = operator(product).rebuild(Map.of("afterwards", "swap"));
        operator(product).steer(rebuild, "pause");
        var next = killed(lent, false);

        assertThat(operator(next).report(rebuild).path("paused").booleanValue()).isTrue();
        assertThat(operator(next).report(rebuild).path("ended_at").isNull()).isTrue();
        operator(next).steer(rebuild, "resume");
        assertThat(operator(next).awaitEnd(rebuild).path("state").asString()).isEqualTo("swapped");
        isRight(next, "killed while paused");
        leavesNothingElse(next, "killed while paused");
    }

    /** @return how long it takes */
    private Duration rebuildUndisturbed(Product product) throws Exception {
        var rows = new ReadModels(product.database());
        undisturbed = rows.digest();
        beforehand = rows.schemas();
        var began = System.nanoTime();
        var rebuild = operator(product).rebuild(Map.of("afterwards", "swap"));
        var report = operator(product).awaitEnd(rebuild);
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(report.path("events_total").asLong()).isGreaterThanOrEqualTo(EVENTS);
        isRight(product, "undisturbed");
        return took;
    }

    private static Product killed(Lent lent, boolean withPostgres) {
        var product = lent.product();
        var postmaster = product.postmaster();
        if (withPostgres) {
            postmaster.destroyForcibly();
        }
        product.kill();
        return lent.start();
    }

    private void isRight(Product product, String what) throws Exception {
        var rows = new ReadModels(product.database());
        assertThat(rows.outline()).as(what).isEqualTo(rows.outlineOfEvents());
        assertThat(rows.digest()).as(what).isEqualTo(undisturbed);
    }

    /** Of all versions that rebuilds have made since: the live one, and the one to roll back to. */
    private void leavesNothingElse(Product product, String what) throws Exception {
        var rows = new ReadModels(product.database());
        var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!leftOver(rows).isEmpty()) {
            assertThat(System.nanoTime())
                    .as("%s: left over: %s", what, leftOver(rows))
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private List<String> leftOver(ReadModels rows) throws SQLException {
        var schemas = rows.schemas();
        schemas.removeAll(rows.needed());
        schemas.removeAll(beforehand);
        return schemas;
    }

    private static Operator operator(Product product) {
        return new Operator(product.rest().signIn(ADMIN, ManyTasks.PASSWORD));
    }
}
