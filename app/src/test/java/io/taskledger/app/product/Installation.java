package io.taskledger.app.product;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.taskledger.app.commandline.Main;
import org.springframework.util.FileSystemUtils;

/**
 * The boot jar, unpacked and given a start cache as the start script does it, once for all tests of a run: there are
 * many starts, and each is twice as fast for it.
 */
public final class Installation {

    /** The project's folder. */
    public static final Path ROOT = Path.of(System.getProperty("taskledger.root", ".."))
            .toAbsolutePath()
            .normalize();

    private static final Path JAR = Path.of(System.getProperty("taskledger.jar", "target/taskledger.jar"));
    private static final Duration PATIENCE = Duration.ofMinutes(Form.of(2, 15));

    private final Path folder;

    private Installation(Path folder) {
        this.folder = folder;
    }

    public static Installation here() {
        return Once.INSTALLATION;
    }

    /** A command that ran to its end. */
    public record Ran(int exitCode, String out, String errors, Duration time) {

        public List<String> errorLines() {
            return errors.lines().toList();
        }
    }

    /** The command line on the home's data and {@code .env}, with these settings. */
    public Ran run(Path home, Map<String, String> settings, String... arguments) {
        try {
            var out = Files.createTempFile("taskledger", ".out");
            var errors = Files.createTempFile("taskledger", ".err");
            var began = System.nanoTime();
            var process = process(home, settings, arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "not over after " + PATIENCE + ": " + List.of(arguments) + "\n" + Files.readString(errors));
            }
            var ran = new Ran(
                    process.exitValue(),
                    Files.readString(out),
                    Files.readString(errors),
                    Duration.ofNanos(System.nanoTime() - began));
            Files.delete(out);
            Files.delete(errors);
            return ran;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For a shell that starts the product itself, with its own settings. */
    public String commandLine(Path home) {
        return String.join(" ", process(home, Map.of()).command());
    }

    /** Not yet started; of the environment's own settings it has none. */
    ProcessBuilder process(Path home, Map<String, String> settings, String... arguments) {
        var jar = folder.resolve("taskledger.jar").toString();
        return process(home, settings, List.of("-XX:AOTCache=" + folder.resolve("start.aot"), "-jar", jar), arguments);
    }

    /** The same product, but for the resources in the folder, which take the place of its own. */
    ProcessBuilder changedProcess(Path resources, Path home, Map<String, String> settings) {
        var path = resources + File.pathSeparator + folder.resolve("taskledger.jar");
        return process(home, settings, List.of("-cp", path, Main.class.getName()));
    }

    private static ProcessBuilder process(
            Path home, Map<String, String> settings, List<String> program, String... arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.add("@" + ROOT.resolve("app/java-options"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xms256m")); // for short lives
        command.add("-Dtaskledger.home=" + home);
        command.addAll(program);
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TASKLEDGER_"));
        builder.environment().remove("PORT");
        builder.environment().remove("DATABASE_URL");
        builder.environment().putAll(settings);
        return builder;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static final class Once {
        static final Installation INSTALLATION = made();

        private static Installation made() {
            try {
                var folder = JAR.resolveSibling("installation").toAbsolutePath();
                var practice = Files.createTempDirectory("taskledger-practice");
                call(
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString());
                call(
                        "@" + ROOT.resolve("app/java-options"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:AOTCacheOutput=" + folder.resolve("start.aot"),
                        "-Dtaskledger.home=" + practice,
                        "-jar",
                        folder.resolve("taskledger.jar").toString(),
                        "practise");
                FileSystemUtils.deleteRecursively(practice);
                return new Installation(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static void call(String... arguments) throws IOException, InterruptedException {
            var command = new ArrayList<>(List.of(java()));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("TASKLEDGER_PORT", "0");
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " said:\n" + said);
            }
        }
    }
}
