package io.taskledger.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.app.product.Form;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What was acknowledged is there, and is not done again, however the product ended. */
class KillingIT {

    private static final String PASSWORD = "nine lives at least";
    private static final Map<String, String> ONCE = Map.of("title", "once");
    private static final int WRITERS = 4;
    private static final int ROUNDS = Form.of(3, 21);
    private static final List<Victim> VICTIMS = List.of(Victim.JVM, Victim.BOTH, Victim.POSTGRES);

    @TempDir
    private Path home;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger written = new AtomicInteger();

    private enum Victim {
        JVM,
        POSTGRES,
        BOTH
    }

    @Test
    void every_acknowledged_task_survives_kills_in_the_midst_of_writing() throws Exception {
        var product = Product.start(home);
        try {
            product.rest().register("tom", PASSWORD);
            var first = signedIn(product).post("/tasks", ONCE, "a key").expecting(201);
            for (var round = 0; round < ROUNDS; round++) {
                var victim = VICTIMS.get(round % VICTIMS.size());
                killWhileWriting(product, victim);
                if (victim == Victim.POSTGRES) {
                    awaitWritable(product);
                } else {
                    product = Product.start(home);
                }
                assertThat(signedIn(product).titles())
                        .as("after the kill of %s", victim)
                        .containsAll(acknowledged)
                        .doesNotHaveDuplicates();
                assertThat(signedIn(product).post("/tasks", ONCE, "a key"))
                        .as("under the key of before the kills")
                        .isEqualTo(first);
            }
            signedIn(product).post("/tasks", Map.of("title", "other"), "a key").expecting(422);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(20 * ROUNDS);
        } finally {
            product.close();
        }
    }

    /** At least 20 tasks are acknowledged before the kill, and others are on their way. */
    private void killWhileWriting(Product product, Victim victim) throws InterruptedException {
        var tom = signedIn(product);
        var enough = new CountDownLatch(20);
        var over = new AtomicBoolean();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (var i = 0; i < WRITERS; i++) {
                writers.execute(() -> writeUntilItFails(tom, enough, over));
            }
            try {
                assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
                var postmaster = product.postmaster();
                if (victim != Victim.JVM) {
                    postmaster.destroyForcibly();
                }
                if (victim != Victim.POSTGRES) {
                    product.kill();
                }
            } finally {
                // PostgreSQL may be back before anybody has noticed.
                over.set(true);
            }
        }
    }

    private void writeUntilItFails(Rest tom, CountDownLatch enough, AtomicBoolean over) {
        try {
            while (!over.get()) {
                var title = "task " + written.incrementAndGet();
                var answer = tom.post("/tasks", Map.of("title", title));
                if (answer.status() != 201) {
                    return;
                }
                acknowledged.add(title);
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            // Whether the last one was stored nobody promised.
        }
    }

    /** The JVM lives on and starts PostgreSQL again. */
    private static void awaitWritable(Product product) {
        product.awaitReady();
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var tom = signedIn(product);
        // What is answered by 503 may be there all the same: each attempt has a title of its own.
        var attempt = 0;
        while (tom.post("/tasks", Map.of("title", "after " + ++attempt)).status() != 201) {
            assertThat(System.nanoTime()).as("writable again in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static Rest signedIn(Product product) {
        return product.rest().signIn("tom", PASSWORD);
    }
}
