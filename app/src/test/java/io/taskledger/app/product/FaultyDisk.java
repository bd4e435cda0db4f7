package io.taskledger.app.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** A disk that is slow to confirm, or full, when it is told to: for the product and its PostgreSQL alone. */
public record FaultyDisk(Path folder) {

    /** What is wrong with it. */
    public enum Fault {
        /** Each write-down takes 200 ms longer. */
        SLOW,
        /** No file grows any more. */
        FULL
    }

    /** Skips the test where nothing can be put between a program and its C library. */
    public static FaultyDisk in(Path folder) throws IOException, InterruptedException {
        var compiler = Stream.of("cc", "gcc", "clang")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":"))
                        .map(path -> Path.of(path).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux") && compiler.isPresent(), "no C compiler on Linux");
        var library = folder.resolve("disk.so");
        var process = new ProcessBuilder(
                        compiler.orElseThrow().toString(),
                        "-shared",
                        "-fPIC",
                        "-O2",
                        "-o",
                        library.toString(),
                        Installation.ROOT
                                .resolve("app/src/test/resources/faults/disk.c")
                                .toString(),
                        "-ldl")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(process.waitFor() == 0, said);
        return new FaultyDisk(folder);
    }

    /** For the product's environment. */
    public Map<String, String> settings() {
        return Map.of(
                "LD_PRELOAD", folder.resolve("disk.so").toString(),
                "DISK_FAULTS", folder.toString());
    }

    public void becomes(Fault fault) throws IOException {
        Files.createFile(file(fault));
    }

    /** Nothing is wrong any more. */
    public void recovers() throws IOException {
        for (var fault : Fault.values()) {
            Files.deleteIfExists(file(fault));
        }
    }

    private Path file(Fault fault) {
        return folder.resolve(fault == Fault.SLOW ? "slow" : "full");
    }
}
