package io.taskledger.bench.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Random;

/** How many events the streams of a real log have. */
public final class StreamLengths {

    private static final int MADE_UP = 10_000;

    private final String source;
    private final int[] lengths;

    private StreamLengths(String source, int[] lengths) {
        this.source = source;
        this.lengths = lengths;
    }

    /**
     * Those of the cases in a log of incidents: CSV with a header, the case's id in the first column. Where the file is
     * missing, made-up ones: as many short streams and as few long ones (log-normal, median 6, mean 8.6).
     */
    public static StreamLengths ofCasesIn(Path log) throws IOException {
        return Files.isRegularFile(log) ? read(log) : madeUp();
    }

    private static StreamLengths read(Path log) throws IOException {
        var events = new HashMap<String, Integer>();
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            lines.skip(1).forEach(line -> events.merge(line.substring(0, line.indexOf(',')), 1, Integer::sum));
        }
        // In an order that does not hang on the map's.
        return new StreamLengths(
                log.getFileName().toString(),
                events.values().stream().mapToInt(Integer::intValue).sorted().toArray());
    }

    private static StreamLengths madeUp() {
        var random = new Random(2013);
        return new StreamLengths(
                "made up (log-normal)",
                random.doubles(MADE_UP)
                        .mapToInt(ignored -> 1 + (int) Math.exp(Math.log(5.5) + 0.85 * random.nextGaussian()))
                        .toArray());
    }

    /** Lives that are hardly begun: one event or two, as often. */
    public static StreamLengths brief() {
        return new StreamLengths("one or two", new int[] {1, 2});
    }

    /** Where they are known from. */
    public String source() {
        return source;
    }

    int any(Random random) {
        return lengths[random.nextInt(lengths.length)];
    }
}
