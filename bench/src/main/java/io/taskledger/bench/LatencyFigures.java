package io.taskledger.bench;

import java.time.Duration;

import io.taskledger.bench.measure.Figure;
import io.taskledger.bench.measure.Report;
import io.taskledger.bench.measure.Sample;
import io.taskledger.bench.measure.Target;
import io.taskledger.bench.product.Node;
import io.taskledger.bench.product.OtherNode;
import io.taskledger.bench.product.Visibility;

/** From a commit to the row that shows it. */
final class LatencyFigures {

    private static final int COMMITS_PER_SECOND = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration TIME = Duration.ofSeconds(15);

    private LatencyFigures() {}

    static void measure(Stage stage, Report report) throws Exception {
        try (var node = stage.node()) {
            figures(node, "one node", Target.atMost(8), Target.atMost(35), report);
        }
        var database = stage.database();
        // The first to start gets the projections, so that the second one's commits are another node's to it.
        try (var _ = OtherNode.start(database, stage.data());
                var node = Node.start(database, stage.data())) {
            figures(node, "projected by a second node", Target.atMost(15), Target.atMost(60), report);
        }
    }

    private static void figures(Node node, String where, Target median, Target tail, Report report) throws Exception {
        var visibility = new Visibility(node);
        visibility.milliseconds(COMMITS_PER_SECOND, WARM_UP);
        var measured = new Sample(visibility.milliseconds(COMMITS_PER_SECOND, TIME));
        var name = "commit to row, " + COMMITS_PER_SECOND + " commits/s, " + where;
        report.add(Figure.absolute(name + ", p50", measured.median(), median, "ms"));
        report.add(Figure.absolute(name + ", p99", measured.percentile(0.99), tail, "ms"));
    }
}
