package io.taskledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

import io.taskledger.bench.measure.Crowd;
import io.taskledger.bench.measure.Duel;
import io.taskledger.bench.measure.Figure;
import io.taskledger.bench.measure.Report;
import io.taskledger.bench.measure.Target;
import io.taskledger.bench.product.FilledNode;
import io.taskledger.bench.product.Node;
import io.taskledger.bench.product.Rebuilds;
import io.taskledger.bench.product.TaskWork;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskId;
import io.taskledger.postgres.ConnectionDetails;
import org.axonframework.serialization.Serializer;

/** What the encryption of personal data costs: a node next to one on the same database that writes events in clear. */
final class EncryptionFigures {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 15;
    private static final int FOLDS = 5;
    private static final Duration ROUND = Duration.ofMillis(600);
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private EncryptionFigures() {}

    static void measure(Stage stage, Report report) throws Exception {
        var database = stage.database();
        try (var sealing = Node.start(database, stage.data());
                var clear = Node.startInClear(database, stage.data())) {
            if (!seals(sealing, clear)) {
                report.say("nothing of an event is encrypted: no figure");
                return;
            }
            sealing.stopProjections();
            clear.stopProjections();
            commands(sealing, clear, report);
        }
        folds(stage, report);
    }

    private static void folds(Stage stage, Report report) throws Exception {
        int events = stage.events() / 10;
        try (var clear = filled(stage, Node::startInClear, events);
                var sealed = filled(stage, Node::start, events)) {
            var without = new Rebuilds(clear.node());
            var withIt = new Rebuilds(sealed.node());
            var outcome = new Duel(() -> events / without.seconds(), () -> events / withIt.seconds()).fight(FOLDS);
            report.add(added("encryption adds to a rebuild, %,d events".formatted(events), outcome, 25));
        }
    }

    private static FilledNode filled(Stage stage, BiFunction<ConnectionDetails, Path, Node> start, int events)
            throws Exception {
        return FilledNode.start(start, stage.database(), stage.data(), stage.lengths(), events);
    }

    private static Figure added(String name, Duel.Outcome outcome, double most) {
        return new Figure(name, (1 / outcome.ratio() - 1) * 100, outcome.baseline(), Target.atMost(most), "%");
    }

    private static boolean seals(Node sealing, Node clear) {
        var event = new TaskCreated(
                TaskId.next(), UserId.next(), null, "a title", null, Priority.MEDIUM, null, null, List.of("a tag"));
        return !Arrays.equals(bytes(sealing, event), bytes(clear, event));
    }

    private static byte[] bytes(Node node, Object event) {
        return node.bean("eventSerializer", Serializer.class)
                .serialize(event, byte[].class)
                .getData();
    }

    private static void commands(Node sealing, Node clear, Report report) throws Exception {
        var withIt = new TaskWork(sealing);
        var without = new TaskWork(clear);
        try (var baseline = Crowd.of(CLIENTS, without::creating);
                var candidate = Crowd.of(CLIENTS, withIt::creating)) {
            baseline.perSecond(WARM_UP);
            candidate.perSecond(WARM_UP);
            var outcome = new Duel(() -> baseline.perSecond(ROUND), () -> candidate.perSecond(ROUND)).fight(ROUNDS);
            report.add(added("encryption adds to a create command, " + CLIENTS + " clients", outcome, 5));
        }
    }
}
