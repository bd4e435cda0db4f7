package io.taskledger.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a node takes.
 *
 * @param heap bytes that are used after a full collection
 * @param pss bytes of memory, of shared pages its part; what Linux tells
 */
record Weight(long heap, long pss) {

    private static final Pattern USED = Pattern.compile(" used (\\d+)K");
    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    private static final long KIB = 1024;

    /** @param pid of a JVM with the serial collector */
    static Weight of(long pid) {
        try {
            ask(pid, "GC.run");
            // A young and an old generation; what follows is metaspace.
            var heap = ask(pid, "GC.heap_info")
                    .lines()
                    .filter(line -> line.contains("DefNew") || line.contains("Tenured"))
                    .mapToLong(line -> kib(USED, line))
                    .sum();
            return new Weight(heap, kib(PSS, Files.readString(Path.of("/proc/" + pid + "/smaps_rollup"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long kib(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in: " + text);
        }
        return Long.parseLong(found.group(1)) * KIB;
    }

    private static String ask(long pid, String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
