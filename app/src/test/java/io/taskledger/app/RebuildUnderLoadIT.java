package io.taskledger.app;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.app.product.Form;
import io.taskledger.app.product.Lender;
import io.taskledger.app.product.ManyTasks;
import io.taskledger.app.product.Operator;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.ReadModels;
import io.taskledger.app.product.Rest;
import io.taskledger.app.product.SteadyLoad;
import io.taskledger.app.product.WithALentProduct;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** People read and write over REST while all tasks are rebuilt: nothing fails, and nobody sees nothing, a mixture or the past. */
@WithALentProduct
class RebuildUnderLoadIT {

    private static final int EVENTS = Integer.getInteger("taskledger.events", Form.of(12_000, 1_000_000));
    private static final int WRITES_A_SECOND = 20;
    private static final int READS_A_SECOND = 50;
    private static final Duration BEFORE = Duration.ofSeconds(Form.of(3, 30));
    private static final double MOST_SLOWER = 3;
    private static final int TASKS = 20;
    private static final String ADMIN = ManyTasks.people().getFirst();

    /** In the rows of the first version only: tells the versions apart. */
    private static final String MARK = "of the version before";

    private final Random chance = new Random(20);
    private final List<String> tasks = new ArrayList<>();

    /** Of each task, the number of the latest edit that was acknowledged or read: no later read may show less. */
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    private final Map<String, AtomicInteger> edits = new ConcurrentHashMap<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger ofTheNew = new AtomicInteger();

    @Test
    void nothing_fails_and_nobody_sees_nothing_a_mixture_or_the_past(Lender lender) throws Exception {
        var product = lender.with(EVENTS).product();
        product.grantAdmin(ADMIN);
        product.rest().register("busy", ManyTasks.PASSWORD);
        var ann = product.rest().signIn("busy", ManyTasks.PASSWORD);
        for (int task = 0; task < TASKS; task++) {
            tasks.add(ann.createTask("0"));
            known.put(tasks.get(task), 0);
            edits.put(tasks.get(task), new AtomicInteger());
        }
        mark(product);
        var operator = new Operator(product.rest().signIn(ADMIN, ManyTasks.PASSWORD));
        var other = product.rest().signIn(ManyTasks.people().getLast(), ManyTasks.PASSWORD);
        try (var writing = SteadyLoad.of(WRITES_A_SECOND, () -> write(ann));
                var reading = SteadyLoad.of(READS_A_SECOND, () -> read(ann, other))) {
            work(operator, writing, reading);
            assertThat(writing.failures()).as("writes that failed").isEmpty();
            assertThat(reading.failures()).as("reads that failed").isEmpty();
        }
        assertThat(ofTheNew).as("reads of the new version").hasPositiveValue();
        shows_every_edit(ann);
        var rows = new ReadModels(product.database());
        assertThat(rows.outline()).isEqualTo(rows.outlineOfEvents());
    }

    private void work(Operator operator, SteadyLoad writing, SteadyLoad reading) {
        LockSupport.parkNanos(BEFORE.toNanos());
        writing.taken();
        reading.taken();
        LockSupport.parkNanos(BEFORE.toNanos());
        writing.taken();
        var before = reading.taken();

        var began = System.nanoTime();
        var report = operator.awaitEnd(operator.rebuild(Map.of("regardless", "rows are marked to be told apart")));
        var took = Duration.ofNanos(System.nanoTime() - began);
        var during = reading.taken();
        var writes = writing.taken();
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());

        assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("swapped");
        // The marks, and again among the words to search by of the tasks that were edited since.
        assertThat(report.path("difference_count").asInt()).isBetween(TASKS, 2 * TASKS);
        System.out.printf(
                "rebuild of %d events in %d ms under %d reads (p50 %d ms, p99 %d ms; before %d ms, %d ms) and %d writes"
                        + " (p99 %d ms)%n",
                report.path("events_total").asLong(),
                took.toMillis(),
                during.size(),
                share(during, .5).toMillis(),
                share(during, .99).toMillis(),
                share(before, .5).toMillis(),
                share(before, .99).toMillis(),
                writes.size(),
                share(writes, .99).toMillis());
        if (Form.isLong()) {
            assertThat(share(during, .99).toNanos())
                    .as("p99 of reads during a rebuild, in nanoseconds")
                    .isLessThan((long) (MOST_SLOWER * share(before, .99).toNanos()));
        }
    }

    private void mark(Product product) throws SQLException {
        try (var connection = product.database().connect();
                var update = connection.prepareStatement("update %s.task set description = ? where id = any(?)"
                        .formatted(new ReadModels(product.database()).live()))) {
            update.setString(1, MARK);
            update.setArray(2, connection.createArrayOf("text", tasks.toArray()));
            assertThat(update.executeUpdate()).isEqualTo(TASKS);
        }
    }

    private void write(Rest ann) {
        var task = tasks.get(turns.getAndIncrement() % TASKS);
        // One after the other, so that a greater number is a later edit.
        synchronized (edits.get(task)) {
            var number = edits.get(task).incrementAndGet();
            ann.patch("/tasks/" + task, Map.of("title", Integer.toString(number)))
                    .expecting(200);
            saw(task, number);
        }
    }

    private void read(Rest ann, Rest other) {
        switch (number(4)) {
            case 0 -> readsOne(ann);
            case 1 -> readsOfMany(other);
            default -> readsAll(ann);
        }
    }

    private synchronized int number(int bound) {
        return chance.nextInt(bound);
    }

    private void readsAll(Rest ann) {
        var floor = new HashMap<>(known);
        var page = ann.get("/tasks?limit=100&sort_by=id").expecting(200).json();
        assertThat(page.path("total").asInt()).isEqualTo(TASKS);
        var marked = 0;
        for (var task : page.path("tasks")) {
            shows(task, floor);
            marked += isMarked(task) ? 1 : 0;
        }
        assertThat(marked).as("rows of the version before, of %d", TASKS).isIn(0, TASKS);
        ofTheNew.addAndGet(marked == 0 ? 1 : 0);
    }

    private void readsOne(Rest ann) {
        var floor = new HashMap<>(known);
        shows(ann.get("/tasks/" + tasks.get(number(TASKS))).expecting(200).json(), floor);
    }

    /** A page of somebody who has thousands. */
    private static void readsOfMany(Rest other) {
        var page = other.get("/tasks?limit=20&sort_by=id").expecting(200).json();
        assertThat(page.path("tasks").size()).isEqualTo(20);
        assertThat(page.path("total").asInt()).isGreaterThan(EVENTS / 100);
    }

    private void shows(JsonNode task, Map<String, Integer> floor) {
        var id = task.path("id").asString();
        var number = Integer.parseInt(task.path("title").asString());
        assertThat(number).as("edit of %s that is shown", id).isGreaterThanOrEqualTo(floor.get(id));
        saw(id, number);
    }

    private void saw(String task, int number) {
        known.merge(task, number, Math::max);
    }

    private static boolean isMarked(JsonNode task) {
        return task.path("description").asString("").equals(MARK);
    }

    private void shows_every_edit(Rest ann) {
        edits.forEach((id, number) -> assertThat(ann.get("/tasks/" + id)
                        .expecting(200)
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo(number.toString()));
    }

    private static Duration share(List<Duration> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * share) - 1));
    }
}
