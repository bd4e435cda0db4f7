package io.taskledger.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.sun.security.auth.module.UnixSystem;

/**
 * How PostgreSQL's programs are called on this machine.
 *
 * @param unprivileged what goes before a program so that it does not see itself run as root, which it refuses
 * @param ownSession what goes before a program that must not get the terminal's Ctrl-C; empty where no way is known
 */
record Invocation(PostgresBinaries binaries, List<String> unprivileged, List<String> ownSession) {

    private static final List<String> SETSID = List.of("setsid");
    private static final List<String> SETSID_BY_PERL =
            List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die");
    private static final List<String> UNSHARE = List.of("unshare", "-U");

    static Invocation here(PostgresBinaries binaries) {
        return new Invocation(binaries, unprivileged(new UnixSystem().getUid() == 0, works(UNSHARE)), ownSessionHere());
    }

    static List<String> unprivileged(boolean root, boolean unshareWorks) {
        if (!root) {
            return List.of();
        }
        if (!unshareWorks) {
            throw new PostgresUnavailable("PostgreSQL does not run as root, and this machine does not allow"
                    + " `unshare -U`, which would get around that: run Taskledger as an ordinary user,"
                    + " or set TASKLEDGER_DATABASE_URL to a PostgreSQL of your own");
        }
        return UNSHARE;
    }

    private static List<String> ownSessionHere() {
        if (works(SETSID)) {
            return SETSID;
        }
        return works(SETSID_BY_PERL) ? SETSID_BY_PERL : List.of(); // macOS has no setsid
    }

    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(unprivileged);
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** A program that goes on living when a terminal, or this JVM, is stopped. */
    ProcessBuilder detached(List<String> command) {
        List<String> all = new ArrayList<>(ownSession);
        all.addAll(command);
        return clean(all);
    }

    /** Runs a program to its end; what it printed is in the error when it fails or takes too long. */
    void run(Duration limit, String program, List<String> arguments) throws InterruptedException {
        try {
            Path output = Files.createTempFile("taskledger-" + program, ".txt");
            try {
                Process process = clean(command(program, arguments))
                        .redirectOutput(output.toFile())
                        .start();
                boolean ended = endedWithin(process, limit);
                if (!ended || process.exitValue() != 0) {
                    throw new PostgresUnavailable("PostgreSQL's " + program
                            + (ended ? " failed: " : " took longer than " + limit.toSeconds() + " s: ")
                            + Files.readString(output, StandardCharsets.UTF_8).strip());
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new PostgresUnavailable("PostgreSQL's " + program + " cannot be run (" + e + ")", e);
        }
    }

    private static boolean endedWithin(Process process, Duration limit) throws InterruptedException {
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!ended) {
                process.destroyForcibly();
            }
        }
        return ended;
    }

    private static ProcessBuilder clean(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectInput(new File("/dev/null")).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG")); // PGDATA, PGPORT, … of someone else
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = clean(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return endedWithin(process, Duration.ofSeconds(5)) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
