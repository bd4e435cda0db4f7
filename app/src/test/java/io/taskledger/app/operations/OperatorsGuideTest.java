package io.taskledger.app.operations;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.taskledger.app.commandline.Main;
import io.taskledger.app.product.Installation;
import io.taskledger.app.settings.Setting;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The operators' guide names what there is, and all of it; what can be run is run by {@link OperatorsGuideIT}. */
class OperatorsGuideTest {

    private static final Pattern SETTING = Pattern.compile("`(TASKLEDGER_[A-Z0-9_]*[A-Z0-9])");
    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*");

    private final OperatorsGuide guide = OperatorsGuide.read();
    private final CommandLine commands = new CommandLine(new Main());

    @Test
    void whatever_is_to_be_typed_is_a_command_of_ours_with_its_options() {
        var typed = Stream.of(
                        guide.blocks().stream().flatMap(List::stream),
                        guide.spans().stream(),
                        guide.synopses("projections").stream().map(one -> "./taskledger projections " + one),
                        guide.synopses("history").stream().map(one -> "./taskledger history " + one))
                .flatMap(lines -> lines)
                .filter(line -> line.startsWith("./taskledger"))
                .map(line -> line.replaceFirst("\\s+#.*", ""))
                .toList();

        assertThat(typed).hasSizeGreaterThan(30).allSatisfy(this::requireKnown);
    }

    private void requireKnown(String line) {
        var command = commands;
        for (var word : Arrays.stream(line.split(" ")).skip(1).toList()) {
            if (command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
            } else if (WORD.matcher(word).matches()) {
                assertThat(command.getSubcommands()).as("%s in %s", word, line).isEmpty();
            }
        }
        var options = command.getCommandSpec().optionsMap().keySet();
        assertThat(OPTION.matcher(line).results().map(MatchResult::group))
                .as(line)
                .allSatisfy(option -> assertThat(options).contains(option));
    }

    @Test
    void each_command_is_told_of() {
        assertThat(leaves("", commands))
                .hasSizeGreaterThan(20)
                .allSatisfy(command -> assertThat(guide.text())
                        .as(command)
                        .containsAnyOf(
                                "taskledger " + command,
                                "`" + command,
                                "`" + command.replaceFirst("^(projections|history) ", "")));
    }

    private static List<String> leaves(String path, CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            return List.of(path.strip());
        }
        var all = new ArrayList<String>();
        command.getSubcommands().forEach((name, inside) -> {
            if (!inside.getCommandSpec().usageMessage().hidden()) {
                all.addAll(leaves(path + " " + name, inside));
            }
        });
        return all;
    }

    @Test
    void each_setting_that_is_named_is_one() {
        var known = Arrays.stream(Setting.values()).map(Setting::key).toList();
        assertThat(SETTING.matcher(guide.text()).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known)
                        .as(name)
                        .anyMatch(key ->
                                key.equals(name) || key.startsWith(name + "_") || FOR_THE_SCRIPT.contains(name)));
    }

    /** Read by the start script, before there are settings. */
    private static final List<String> FOR_THE_SCRIPT = List.of("TASKLEDGER_JAVA_OPTIONS");

    @Test
    void each_file_that_is_linked_is_there() {
        assertThat(LINK.matcher(guide.text()).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Installation.ROOT.resolve("docs").resolve(link))
                        .exists());
    }

    /** So a command in a block of another language is not overlooked, and one that is not run is at least well-formed. */
    @Test
    void each_block_is_for_the_shell() throws Exception {
        assertThat(guide.languages()).hasSizeGreaterThan(8).containsOnly("sh");
        for (var block : guide.blocks()) {
            var script = Files.writeString(Files.createTempFile("block", ".sh"), String.join("\n", block));
            var shell = new ProcessBuilder("sh", "-n", script.toString())
                    .inheritIO()
                    .start();
            assertThat(shell.waitFor()).as(block.toString()).isZero();
            Files.delete(script);
        }
    }

    @Test
    void what_is_not_run_names_files_that_are_there() {
        var notRun = guide.blocks().stream()
                .flatMap(List::stream)
                .filter(line -> OperatorsGuide.elsewhere(line).isPresent())
                .toList();
        assertThat(notRun)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                Arrays.stream(line.replaceFirst("\\s+#.*", "").split(" "))
                                        .filter(word -> word.startsWith("deploy/") || word.endsWith(".yml")))
                        .allSatisfy(file ->
                                assertThat(Installation.ROOT.resolve(file)).exists()));
    }
}
