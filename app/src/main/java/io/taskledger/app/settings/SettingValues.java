package io.taskledger.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings as texts, and what is wrong with them. The environment wins over {@code .env}. */
final class SettingValues {

    private static final String OF_THE_START_SCRIPT = "TASKLEDGER_JAVA_OPTIONS";

    private final Map<String, String> texts;
    private final List<String> faults = new ArrayList<>();

    SettingValues(Map<String, String> environment, Path dotEnv) {
        texts = new HashMap<>(read(dotEnv));
        texts.putAll(environment);
    }

    /** Empty texts count as not set, as Compose files leave them. */
    Optional<String> text(Setting setting) {
        return Stream.concat(Stream.of(setting.key()), setting.aliases().stream())
                .map(texts::get)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst();
    }

    /** Names that begin as ours do, and mean nothing: mistyped, or a later release's. */
    List<String> unknown() {
        var known = Stream.concat(Arrays.stream(Setting.values()).map(Setting::key), Stream.of(OF_THE_START_SCRIPT))
                .collect(Collectors.toSet());
        return texts.keySet().stream()
                .filter(name -> name.startsWith(Setting.PREFIX) && !known.contains(name))
                .sorted()
                .toList();
    }

    /**
     * The setting's value; the fallback where it is not set, or cannot be read, which is noted.
     *
     * @param expected what a good value is, for the message
     * @param parse throws {@link IllegalArgumentException} or answers null for a bad value
     */
    <T> T value(Setting setting, T fallback, String expected, Function<String, T> parse) {
        return text(setting)
                .map(text -> {
                    try {
                        return parse.apply(text);
                    } catch (IllegalArgumentException unreadable) {
                        fault(
                                setting,
                                (setting.secret() ? "is unreadable; it" : "is \"" + text + "\", but") + " must be "
                                        + expected);
                        return fallback;
                    }
                })
                .orElse(fallback);
    }

    void fault(Setting setting, String sentence) {
        faults.add(setting.key() + " " + sentence + ".");
    }

    /** Whether something is wrong with it already, which is enough said. */
    boolean isFaulty(Setting setting) {
        return faults.stream().anyMatch(fault -> fault.startsWith(setting.key() + " "));
    }

    /** @throws BadSettings where any fault was noted, with all of them */
    void complain() {
        if (!faults.isEmpty()) {
            throw new BadSettings(faults);
        }
    }

    private Map<String, String> read(Path dotEnv) {
        if (!Files.isRegularFile(dotEnv)) {
            return Map.of();
        }
        try {
            var values = new HashMap<String, String>();
            for (var line : Files.readAllLines(dotEnv)) {
                readLine(line.strip(), values);
            }
            return values;
        } catch (CharacterCodingException noText) {
            throw new BadSettings(List.of(dotEnv + " must be text in UTF-8."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The common part of what Compose and shells take: {@code KEY=value}, quotes around it, comments, {@code export}. */
    private static void readLine(String line, Map<String, String> values) {
        var equals = line.indexOf('=');
        if (line.startsWith("#") || equals < 1) {
            return;
        }
        var key = line.substring(0, equals).strip();
        values.put(
                key.startsWith("export ") ? key.substring(7).strip() : key,
                unquoted(line.substring(equals + 1).strip()));
    }

    private static String unquoted(String text) {
        if (text.length() >= 2 && (text.startsWith("\"") || text.startsWith("'"))) {
            var end = text.indexOf(text.charAt(0), 1);
            return end < 0 ? text : text.substring(1, end);
        }
        var comment = text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }
}
