package io.taskledger.app.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.taskledger.app.product.Installation;

/** What stands in {@code docs/operations.md} to be typed. */
record OperatorsGuide(String text) {

    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern SQL = Pattern.compile("(select|update|create) .+");

    /** What cannot be run here, by what it begins with, and who looks at it instead. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "docker ", "there is no Docker here: ContainerFilesTest and .ci/lint hold its files",
            "deploy/roll deploy/fleet/compose", "there is no Docker here: .ci/lint holds the fleet",
            "FLEET=/srv/nodes deploy/roll deploy/fleet/processes", "RollTest and RollingIT roll that fleet",
            "git pull", "there is nothing to pull from here",
            "for pid in $(pgrep", "it would count the products of other tests");

    static OperatorsGuide read() {
        try {
            return new OperatorsGuide(Files.readString(Installation.ROOT.resolve("docs/operations.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever looks at a command that is not run; empty where it has to run. */
    static Optional<String> elsewhere(String command) {
        return ELSEWHERE.entrySet().stream()
                .filter(one -> command.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Blocks of commands, in their order; of each its lines, without empty ones. */
    List<List<String>> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(block -> block.group(2)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .toList();
    }

    /** Languages of the blocks. */
    List<String> languages() {
        return BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
    }

    /** What stands as code within a line. */
    List<String> spans() {
        return SPAN.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .map(span -> span.substring(1, span.length() - 1))
                .toList();
    }

    /** SQL within a line. */
    List<String> sql() {
        return spans().stream().filter(span -> SQL.matcher(span).matches()).toList();
    }

    /** The first cells of the table whose head names this command, each with all of its commands. */
    List<String> synopses(String command) {
        var head = "| `./taskledger " + command + " …` | |\n";
        var from = text.indexOf(head);
        if (from < 0) {
            throw new AssertionError("no table " + head);
        }
        return text.substring(from + head.length())
                .lines()
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(1, line.indexOf('|', 1)).strip())
                .filter(cell -> !cell.startsWith("…"))
                .flatMap(cell -> SPAN.matcher(cell).results().map(span -> span.group(1)))
                .toList();
    }
}
