package io.taskledger.bench;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.bench.measure.Duel;
import io.taskledger.bench.measure.Figure;
import io.taskledger.bench.measure.Report;
import io.taskledger.bench.measure.Sample;
import io.taskledger.bench.measure.Target;
import io.taskledger.bench.product.FilledNode;
import io.taskledger.bench.product.Node;
import io.taskledger.bench.product.RawReading;
import io.taskledger.bench.product.Readers;
import io.taskledger.bench.product.Rebuilds;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tasks made anew from ledgers as large as years of work make them. */
final class RebuildFigures {

    private static final int ROUNDS = 3;
    private static final ProjectionId HISTORY = ProjectionId.named(Projection.HISTORY);
    private static final int MANY_CORES = 4;
    private static final long MOMENT_NANOS = 300_000_000;

    private final Stage stage;
    private final Report report;

    private RebuildFigures(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    static void measure(Stage stage, Report report) throws Exception {
        var figures = new RebuildFigures(stage, report);
        report.say("lengths of streams: " + stage.lengths().source());
        double few = figures.seconds(stage.events() / 10);
        double many = figures.seconds(stage.events());
        report.add(Figure.absolute("rebuild of ten times the events", many / few, Target.atMost(10.5), "× the time"));
    }

    private double seconds(int events) throws Exception {
        try (var filled = FilledNode.start(Node::start, stage.database(), stage.data(), stage.lengths(), events)) {
            var rebuilds = new Rebuilds(filled.node());
            var database = filled.node().database();
            var outcome =
                    new Duel(() -> RawReading.perSecond(database), () -> events / rebuilds.seconds()).fight(ROUNDS);
            var name = String.format(Locale.ROOT, "rebuild of the tasks, %,d events", events);
            double seconds = events / outcome.candidate();
            if (events == stage.events()) {
                report.add(Figure.ratio(name, outcome, Target.atLeast(2)));
                report.add(Figure.absolute(name, seconds, Target.atMost(secondsForEach() * events), "s"));
                report.add(Figure.aside(
                        String.format(Locale.ROOT, "rebuild of the history, %,d events", events),
                        new Rebuilds(filled.node(), HISTORY).seconds(),
                        "s"));
                report.add(Figure.aside(
                        "the history's rows with their indexes, for each event",
                        historyBytes(filled) / events,
                        "bytes"));
                swap(filled, rebuilds);
            } else {
                report.add(Figure.aside(name, seconds, "s"));
            }
            return seconds;
        }
    }

    private static double historyBytes(FilledNode filled) {
        return filled.node().bean(JdbcClient.class).sql("""
                        select sum(pg_total_relation_size(t.oid))::float8
                        from readmodel.live_version l
                        join pg_namespace s on s.nspname = l.projection || '_v' || l.version
                        join pg_class t on t.relnamespace = s.oid and t.relkind = 'r'
                        where l.projection = 'history'""").query(Double.class).single();
    }

    /** 8 s for a million events on 4 cores, twice that on fewer. */
    private static double secondsForEach() {
        return Runtime.getRuntime().availableProcessors() >= MANY_CORES ? 8e-6 : 16e-6;
    }

    /** Apart from the rebuild before it, which takes the readers' cores. */
    private void swap(FilledNode filled, Rebuilds rebuilds) throws Exception {
        var held = rebuilds.held();
        try (var readers = new Readers(filled.node(), filled.somebody())) {
            LockSupport.parkNanos(10 * MOMENT_NANOS);
            readers.takeMilliseconds();
            LockSupport.parkNanos(MOMENT_NANOS);
            var before = new Sample(readers.takeMilliseconds());
            rebuilds.swap(held);
            LockSupport.parkNanos(MOMENT_NANOS);
            var during = new Sample(readers.takeMilliseconds());
            report.add(Figure.aside("longest read before a swap", before.highest(), "ms"));
            report.add(Figure.absolute("longest read at a swap", during.highest(), Target.atMost(35), "ms"));
            report.add(Figure.absolute(
                    "mixed, empty or backward reads at a swap", readers.wrongAnswers(), Target.atMost(0), "reads"));
        }
    }
}
