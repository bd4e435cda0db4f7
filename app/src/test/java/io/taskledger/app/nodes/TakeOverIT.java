package io.taskledger.app.nodes;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.taskledger.app.product.Form;
import io.taskledger.app.product.Installation;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes work, one dies, and its projections go on at the other. */
@Execution(ExecutionMode.SAME_THREAD) // after the tests of two nodes, rather than beside them
class TakeOverIT {

    private static final Logger log = LoggerFactory.getLogger(TakeOverIT.class);

    private static final String VERSION = "tasks_v1";
    private static final String PASSWORD = "the show goes on";
    private static final int ROUNDS = Form.of(1, 5);
    private static final int WRITERS_OF_A_NODE = 2;

    /** A claim of 4 s, looked for every second; the rest of the short form is for what runs at the same time. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(Form.of(4 + 1 + 25, 6));

    private final List<Product> nodes = new ArrayList<>();
    private final SharedDatabase database = new SharedDatabase();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void no_event_is_missed_or_handled_twice_whoever_dies(@TempDir Path one, @TempDir Path two) throws Exception {
        var homes = List.of(one, two);
        try {
            homes.forEach(home -> nodes.add(database.node(home)));
            nodes.getFirst().rest().register("eva", PASSWORD);
            var eva = nodes.getFirst().rest().signIn("eva", PASSWORD);
            watch();
            for (var round = 0; round < ROUNDS; round++) {
                var victim = feeding();
                killWhileBothWrite(victim, eva);
                awaitRest();
                nodes.set(victim, database.node(homes.get(victim)));

                victim = feeding();
                awaitRest();
                nodes.get(victim).kill();
                waits.add(untilWritten(eva.at(nodes.get(1 - victim))));
                if (round + 1 < ROUNDS) {
                    nodes.set(victim, database.node(homes.get(victim)));
                }
            }
            log.info("The other node took over within {} at lag 0 (claim 4 s, looked for every second)", waits);

            assertThat(eva.at(nodes.get(feeding())).titles())
                    .containsAll(acknowledged)
                    .doesNotHaveDuplicates();
            nothing_went_back_and_nothing_twice();
            rows_are_those_of_the_ledger(homes.get(feeding()));
        } finally {
            nodes.forEach(Product::close);
        }
    }

    /** The number of the node that has the token, of the two. */
    private int feeding() {
        return SharedDatabase.await(
                () -> database.feeds(nodes.get(0), VERSION) ? 0 : database.feeds(nodes.get(1), VERSION) ? 1 : -1,
                found -> found >= 0);
    }

    private Duration untilWritten(Rest survivor) {
        var killed = System.nanoTime();
        var title = "the first after the kill " + acknowledged.size();
        var written = survivor.post("/tasks", Map.of("title", title)).expecting(201);
        acknowledged.add(title);
        var position = Long.parseLong(written.position());
        SharedDatabase.await(() -> database.position(VERSION), reached -> reached >= position);
        var took = Duration.ofNanos(System.nanoTime() - killed);
        assertThat(took).isLessThan(TAKEN_OVER);
        return took;
    }

    private void killWhileBothWrite(int victim, Rest eva) throws Exception {
        var enough = new CountDownLatch(60);
        var over = new AtomicBoolean();
        try (ExecutorService writers = Executors.newCachedThreadPool()) {
            var working = new ArrayList<Future<Integer>>();
            for (var node : nodes) {
                for (var writer = 0; writer < WRITERS_OF_A_NODE; writer++) {
                    working.add(writers.submit(write(eva.at(node), node == nodes.get(victim), enough, over)));
                }
            }
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
            nodes.get(victim).kill();
            SharedDatabase.await(this::feeding, feeding -> feeding == 1 - victim);
            over.set(true);
            for (var one : working) {
                assertThat(one.get()).isPositive();
            }
        }
    }

    /** @return how much was acknowledged until it was enough or the node was gone */
    private Callable<Integer> write(Rest eva, boolean mortal, CountDownLatch enough, AtomicBoolean over) {
        return () -> {
            var written = 0;
            var writer = UUID.randomUUID();
            try {
                while (!over.get()) {
                    var title = "%d of %s".formatted(written, writer);
                    var task = eva.createTask(title);
                    acknowledged.add(title);
                    eva.patch("/tasks/" + task, Map.of("priority", "high")).expecting(200);
                    eva.patch("/tasks/" + task, Map.of("completed", true)).expecting(200);
                    written++;
                    enough.countDown();
                }
            } catch (UncheckedIOException gone) {
                assertThat(mortal).as("whoever lives answers: %s", gone).isTrue();
            }
            return written;
        };
    }

    private void awaitRest() {
        SharedDatabase.await(() -> database.head() - database.position(VERSION), lag -> lag == 0);
    }

    /** Notes, in the transactions of the feeds themselves, how the token moves and which row is written for which event. */
    private void watch() {
        database.sql().sql("""
                create schema witness;
                create table witness.move (number bigint generated always as identity, before bigint, after bigint, owner text);
                create table witness.write (number bigint generated always as identity, id text, position bigint);
                create function witness.move() returns trigger language plpgsql security definer as $$
                begin
                    insert into witness.move (before, after, owner)
                    values ((convert_from(old.token, 'UTF8')::json ->> 'globalIndex')::bigint,
                        (convert_from(new.token, 'UTF8')::json ->> 'globalIndex')::bigint, new.owner);
                    return null;
                end $$;
                create function witness.write() returns trigger language plpgsql security definer as $$
                begin
                    insert into witness.write (id, position) values (new.id, new.position);
                    return null;
                end $$;
                create trigger move after update on %1$s.token
                    for each row when (old.token is distinct from new.token) execute function witness.move();
                create trigger write after insert or update on %1$s.task
                    for each row execute function witness.write()""".formatted(VERSION)).update();
    }

    private void nothing_went_back_and_nothing_twice() {
        assertThat(count("select count(*) from witness.move")).isPositive();
        assertThat(count("select count(*) from witness.move where after <= before"))
                .isZero();
        assertThat(count("select count(*) from (select before <> lag(after, 1, before) over (order by number) as gap"
                        + " from witness.move) as moves where gap"))
                .isZero();
        assertThat(count("select count(distinct owner) from witness.move")).isGreaterThan(ROUNDS);
        assertThat(count("select count(*) from (select id, position from witness.write"
                        + " group by id, position having count(*) > 1) as twice"))
                .isZero();
        assertThat(count("select count(*) from (select position <= lag(position) over (partition by id order by number)"
                        + " as back from witness.write) as writes where back"))
                .isZero();
    }

    /** Folds the whole ledger anew, and compares. */
    private void rows_are_those_of_the_ledger(Path home) {
        var verified = Installation.here().run(home, database.settings(), "projections", "verify", "--all");
        assertThat(verified.exitCode()).as(verified.out() + verified.errors()).isZero();
    }

    private long count(String sql) {
        return database.sql().sql(sql).query(Long.class).single();
    }
}
