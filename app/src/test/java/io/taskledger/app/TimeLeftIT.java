package io.taskledger.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.app.product.ManyTasks;
import io.taskledger.app.product.Operator;
import io.taskledger.app.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a rebuild says of the time that it still needs comes true: a short one is over before there is anything to tell. */
@EnabledIfSystemProperty(named = "taskledger.long", matches = "true")
class TimeLeftIT {

    /** They suffice for a minute or more. */
    private static final int EVENTS = Integer.getInteger("taskledger.events", 6_000_000);

    private static final double FROM = .05;
    private static final double TOLERANCE = .2;

    /** Near the end a fifth of what is left is less than what a heartbeat takes. */
    private static final double SECONDS_THAT_DO_NOT_MATTER = 1;

    private static final String ADMIN = ManyTasks.people().getFirst();

    @TempDir
    private Path home;

    private final List<Told> told = new ArrayList<>();

    /** When each state was seen first, in seconds since the beginning. */
    private final Map<String, Double> states = new LinkedHashMap<>();

    /** What was said so many seconds after the beginning. */
    private record Told(double second, double left) {}

    @Test
    void the_time_left_comes_true() throws Exception {
        ManyTasks.fill(home, EVENTS);
        try (var product = Product.start(home)) {
            product.grantAdmin(ADMIN);
            var operator = new Operator(product.rest().signIn(ADMIN, ManyTasks.PASSWORD));
            var began = System.nanoTime();
            var rebuild = operator.rebuild(Map.of());
            var report = operator.await(
                    rebuild,
                    one -> !one.path("ended_at").isNull(),
                    one -> note(one, (System.nanoTime() - began) / 1e9));
            var took = (System.nanoTime() - began) / 1e9;

            assertThat(report.path("state").asString()).isEqualTo("swapped");
            print(took);
            // Killed, it would leave a PostgreSQL that still writes where all is about to be removed.
            product.stop();
            assertThat(told).isNotEmpty();
            assertThat(told).filteredOn(one -> one.second() > took * FROM).allSatisfy(one -> {
                var truly = took - one.second();
                assertThat(Math.abs(one.left() - truly))
                        .as("%.1f s left said, %.1f s true, at %.1f s", one.left(), truly, one.second())
                        .isLessThan(Math.max(truly * TOLERANCE, SECONDS_THAT_DO_NOT_MATTER));
            });
        }
    }

    private void note(JsonNode report, double second) {
        states.putIfAbsent(report.path("state").asString(), second);
        if (report.path("seconds_left").isNumber()) {
            told.add(new Told(second, report.path("seconds_left").asDouble()));
        }
    }

    private void print(double took) {
        System.out.printf("rebuild of %d events in %.1f s, states from: %s%n", EVENTS, took, states);
        for (int part = 1; part <= 19; part++) {
            var at = took * part / 20;
            told.stream()
                    .filter(one -> one.second() >= at)
                    .findFirst()
                    .ifPresent(one -> System.out.printf(
                            "after %.1f s: %.1f s left said, %.1f s true%n",
                            one.second(), one.left(), took - one.second()));
        }
    }
}
