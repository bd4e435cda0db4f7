package io.taskledger.bench.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.taskledger.app.Taskledger;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.ConnectionDetails;

/** A node in a JVM of its own, as Axon tells nodes apart by their process. Ends with the one that started it. */
public final class OtherNode implements AutoCloseable {

    private static final String READY = "the other node is ready";

    private final Process process;

    private OtherNode(Process process) {
        this.process = process;
    }

    /** Returns once the node has started: whatever processors nobody else has are its own by then. */
    public static OtherNode start(ConnectionDetails database, Path data) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                System.getProperty("java.class.path"),
                OtherNode.class.getName());
        var builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().putAll(Node.environment(database, data));
        var process = builder.start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); !READY.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException("The other node ended while it started");
            }
        }
        return new OtherNode(process);
    }

    /** In the other JVM. */
    public static void main(String[] arguments) throws IOException {
        var settings = TaskledgerSettings.of(System.getenv(), Path.of("no.env"));
        try (var _ = Taskledger.application(settings, true).run()) {
            System.out.println(READY);
            // Closed by the one that waits, or by its end.
            while (System.in.read() >= 0) {}
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
