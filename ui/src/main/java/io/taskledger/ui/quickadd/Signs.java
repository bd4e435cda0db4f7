package io.taskledger.ui.quickadd;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.taskledger.messages.task.Priority;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.ui.quickadd.Rule.Where;

/** What signs say in every language: {@code #tag}, {@code !high}, {@code @list}, {@code 2026-11-05}. */
final class Signs {

    private static final Map<String, Priority> PRIORITIES = Map.of(
            "high", Priority.HIGH,
            "hoch", Priority.HIGH,
            "medium", Priority.MEDIUM,
            "mittel", Priority.MEDIUM,
            "low", Priority.LOW,
            "niedrig", Priority.LOW);
    private static final Pattern TAG = Pattern.compile("(?<!\\S)#(?!\\d+(?:\\s|$))([\\p{L}\\p{N}][\\p{L}\\p{N}_/-]*)");
    private static final Pattern PRIORITY = Pattern.compile(
            "(?<!\\S)!(" + String.join("|", PRIORITIES.keySet()) + ")(?!\\S)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST = Pattern.compile("(?<!\\S)@(\\S+)");
    /** What leads to a day in any language; "9 am" is none of it. */
    private static final String LEAD =
            "(?:(?:(?:due|fällig) )?(?:on|by|until|till|bis|bis zum|zum|ab|(?<!\\d )am) |due |fällig )?";

    private static final Pattern DATE =
            Pattern.compile("(?<![\\w-])" + LEAD + "(\\d{4})-(\\d{2})-(\\d{2})(?![\\w-])", Pattern.CASE_INSENSITIVE);

    private Signs() {}

    /** @param lists what an {@code @} may mean, by their names */
    static List<Rule> of(LocalDate today, Map<String, ListId> lists) {
        var days = new Days(today);
        return List.of(
                new Rule(TAG, Where.ANYWHERE, found -> Optional.of(new Meaning.Tagged(found.group(1)))),
                new Rule(
                        PRIORITY,
                        Where.ANYWHERE,
                        found -> Optional.of(new Meaning.Important(
                                PRIORITIES.getOrDefault(found.group(1).toLowerCase(Locale.ROOT), Priority.MEDIUM)))),
                new Rule(LIST, Where.ANYWHERE, found -> list(found.group(1), lists)),
                new Rule(
                        DATE,
                        Where.ANYWHERE,
                        found -> days.date(
                                Integer.parseInt(found.group(3)), Integer.parseInt(found.group(2)), found.group(1))));
    }

    /** By its name without blanks, or by the beginning of one alone. */
    private static Optional<Meaning> list(String wanted, Map<String, ListId> lists) {
        var key = key(wanted);
        var whole = lists.entrySet().stream()
                .filter(list -> key(list.getKey()).equals(key))
                .toList();
        var begun = lists.entrySet().stream()
                .filter(list -> key(list.getKey()).startsWith(key))
                .toList();
        var meant = whole.isEmpty() ? begun : whole;
        return meant.size() == 1 && !key.isEmpty()
                ? Optional.of(new Meaning.In(
                        meant.getFirst().getValue(), meant.getFirst().getKey()))
                : Optional.empty();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
