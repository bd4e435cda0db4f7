package io.taskledger.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.taskledger.bench.measure.Report;

/**
 * Runs all benchmarks. System properties: {@code bench.events}, how many events a rebuild is measured with (1,000,000);
 * {@code bench.tasks}, how many tasks answers over REST are measured with (100,000); {@code bench.only}, names of groups
 * separated by commas (all).
 */
public final class Bench {

    private static final Map<String, Group> GROUPS = groups();

    /** Figures that share their preparation. */
    @FunctionalInterface
    private interface Group {
        void measure(Stage stage, Report report) throws Exception;
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var report = new Report(System.out);
        report.say(machine());
        var wanted = wanted();
        try (var stage =
                new Stage(Integer.getInteger("bench.events", 1_000_000), Integer.getInteger("bench.tasks", 100_000))) {
            for (var group : GROUPS.entrySet()) {
                if (wanted.isEmpty() || wanted.contains(group.getKey())) {
                    report.say(group.getKey());
                    group.getValue().measure(stage, report);
                }
            }
        }
        report.table();
        report.say(machine());
        report.write(Path.of("bench.json"));
    }

    private static Map<String, Group> groups() {
        var groups = new LinkedHashMap<String, Group>();
        groups.put("commands", CommandFigures::measure);
        groups.put("latency", LatencyFigures::measure);
        groups.put("encryption", EncryptionFigures::measure);
        groups.put("rebuild", RebuildFigures::measure);
        groups.put("rest", RestFigures::measure);
        groups.put("history", HistoryFigures::measure);
        return groups;
    }

    private static List<String> wanted() {
        return Arrays.stream(System.getProperty("bench.only", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores, load %.1f, Java %s",
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                Runtime.version());
    }
}
