package io.taskledger.bench;

import java.nio.file.Path;
import java.util.ArrayList;

import io.taskledger.bench.measure.Figure;
import io.taskledger.bench.measure.Report;
import io.taskledger.bench.measure.Sample;
import io.taskledger.bench.product.LedgerFill;
import io.taskledger.bench.product.RawReading;
import io.taskledger.bench.product.StreamLengths;
import org.axonframework.serialization.Serializer;

/** Ledgers as large as years of work make them, and what can be read from them. */
final class RebuildFigures {

    private static final int READINGS = 3;

    private RebuildFigures() {}

    static void measure(Stage stage, Report report) throws Exception {
        var lengths = StreamLengths.ofCasesIn(
                Path.of(System.getProperty("bench.samples", "../shared/samples"), "incidents-2013.csv"));
        report.say("lengths of streams: " + lengths.source());
        for (int events : new int[] {stage.events() / 10, stage.events()}) {
            readings(stage, lengths, events, report);
        }
    }

    private static void readings(Stage stage, StreamLengths lengths, int events, Report report) throws Exception {
        try (var node = stage.node()) {
            node.stopProjections();
            long began = System.nanoTime();
            new LedgerFill(node.bean("eventSerializer", Serializer.class), lengths).fill(node.database(), events);
            report.say(
                    "filled a ledger with %,d events in %.1f s".formatted(events, (System.nanoTime() - began) / 1e9));
            var readings = new ArrayList<Double>();
            for (int reading = 0; reading < READINGS; reading++) {
                readings.add(RawReading.perSecond(node.database()));
            }
            report.add(Figure.aside(
                    "raw read and JSON parse of %,d events, one stream".formatted(events),
                    new Sample(readings).median(),
                    "events/s"));
        }
    }
}
