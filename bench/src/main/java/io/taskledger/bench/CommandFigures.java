package io.taskledger.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

import io.taskledger.bench.measure.Client;
import io.taskledger.bench.measure.Crowd;
import io.taskledger.bench.measure.Duel;
import io.taskledger.bench.measure.Figure;
import io.taskledger.bench.measure.Report;
import io.taskledger.bench.measure.Target;
import io.taskledger.bench.product.Node;
import io.taskledger.bench.product.RawWork;
import io.taskledger.bench.product.TaskWork;

/** Commands next to the inserts and commits that they cannot do without. */
final class CommandFigures {

    private static final int[] CLIENTS = {1, 8, 32};
    private static final int TASKS_OF_A_CLIENT = 20;
    private static final int LONG_STREAM = 1_000;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofMillis(600);

    /** The JVM compiles most of what it is going to within that; on two loaded cores less is not enough. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private final Node node;
    private final TaskWork product;
    private final RawWork raw;
    private final Report report;

    private CommandFigures(Node node, Report report) throws SQLException {
        this.node = node;
        this.report = report;
        product = new TaskWork(node);
        raw = RawWork.like(node);
    }

    static void measure(Stage stage, Report report) throws Exception {
        try (var node = stage.node()) {
            var figures = new CommandFigures(node, report);
            figures.warmUp();
            figures.withProjections();
            node.stopProjections();
            figures.alone();
            figures.longStreams();
        }
    }

    private void warmUp() throws Exception {
        try (var commands = Crowd.of(8, product::creating);
                var edits = Crowd.of(8, () -> product.editing(TASKS_OF_A_CLIENT));
                var inserts = Crowd.of(8, raw::creating)) {
            commands.perSecond(WARM_UP);
            edits.perSecond(WARM_UP);
            inserts.perSecond(WARM_UP.dividedBy(3));
        }
    }

    private void withProjections() throws Exception {
        for (int clients : CLIENTS) {
            both(clients, "projections live", Target.atLeast(0.5));
        }
    }

    private void alone() throws Exception {
        for (int clients : CLIENTS) {
            both(clients, "no projection", Target.atLeast(clients < 32 ? 0.85 : 0.80));
        }
    }

    private void longStreams() throws Exception {
        for (int clients : new int[] {1, 8}) {
            duel(
                    "modify in a stream of 1,000 events, " + crowd(clients),
                    clients,
                    () -> raw.editing(1, LONG_STREAM),
                    () -> product.editingLong(LONG_STREAM),
                    Target.atLeast(0.80));
        }
    }

    private void both(int clients, String how, Target target) throws Exception {
        duel("create, " + crowd(clients) + ", " + how, clients, raw::creating, product::creating, target);
        duel(
                "modify, " + crowd(clients) + ", " + how,
                clients,
                () -> raw.editing(TASKS_OF_A_CLIENT, 1),
                () -> product.editing(TASKS_OF_A_CLIENT),
                target);
    }

    private static String crowd(int clients) {
        return clients == 1 ? "1 client" : clients + " clients";
    }

    private void duel(String name, int clients, Supplier<Client> inserting, Supplier<Client> commanding, Target target)
            throws Exception {
        try (var inserts = Crowd.of(clients, inserting);
                var commands = Crowd.of(clients, commanding)) {
            var outcome =
                    new Duel(() -> inserts.perSecond(ROUND), () -> settled(commands.perSecond(ROUND))).fight(ROUNDS);
            report.add(Figure.ratio(name, outcome, target));
        }
    }

    /** What the projections have still to do after a round must not slow down the baseline's next one. */
    private double settled(double measured) {
        if (node.projecting()) {
            node.awaitProjection();
        }
        return measured;
    }
}
