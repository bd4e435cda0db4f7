package io.taskledger.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

/** A JVM beside the tests' own, which they may kill. It says one line when it has done its part, then stands still. */
final class AnotherJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private AnotherJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static AnotherJvm start(String part, Path folder) throws IOException {
        return new AnotherJvm(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherJvm.class.getName(),
                        part,
                        folder.toString()))
                .redirectErrorStream(true)
                .start());
    }

    /** The rest of the first line that begins with the word; everything before it is in the error if none does. */
    String await(String word) throws IOException {
        StringBuilder before = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("the other JVM never said '" + word + "' but:\n" + before);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "write" -> write(folder);
            case "temporary" ->
                say("folder " + TemporaryPostgres.shared().server().folder());
            case "find" ->
                say("found "
                        + RunningPostgres.find(folder)
                                .map(found -> found.pid() + " " + found.port())
                                .orElse("none"));
            case "open" -> open(folder);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        Thread.currentThread().join();
    }

    /** Commits a row and leaves another one uncommitted. */
    private static void write(Path folder) throws Exception {
        ConnectionDetails database =
                EmbeddedPostgres.start(folder, PostgresOptions.forKeeps()).database("kept");
        Sql.execute(database, "create table note (text text)", "insert into note values ('committed')");
        Connection open = database.connect();
        open.setAutoCommit(false);
        try (Statement statement = open.createStatement()) {
            statement.execute("insert into note values ('never committed')");
        }
        say("written " + Sql.ask(database, "select 1"));
        Thread.currentThread().join(); // the open transaction lives as long as this JVM
        open.close();
    }

    private static void open(Path folder) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, PostgresOptions.forKeeps())) {
            say("opened " + server.port());
        } catch (PostgresUnavailable e) {
            say("refused " + e.getMessage());
        }
    }

    @SuppressWarnings("SystemOut") // the other end of this process's pipe is the test
    private static void say(String line) {
        System.out.println(line);
    }
}
