package io.taskledger.exchange.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskRules;
import org.jspecify.annotations.Nullable;

/** What the texts of cells mean. An {@code Optional} is empty for a text that means nothing here. */
record CellReader(ZoneId zone) {

    private static final Map<String, Boolean> FLAGS = Map.ofEntries(
            Map.entry("", false),
            Map.entry("false", false),
            Map.entry("no", false),
            Map.entry("n", false),
            Map.entry("0", false),
            Map.entry("open", false),
            Map.entry("true", true),
            Map.entry("yes", true),
            Map.entry("y", true),
            Map.entry("1", true),
            Map.entry("x", true),
            Map.entry("done", true),
            Map.entry("completed", true));

    /** @param time null for the whole day */
    record Due(LocalDate date, @Nullable LocalTime time) {}

    /** A blank one is of the usual priority. */
    Optional<Priority> priority(String text) {
        return text.isEmpty() ? Optional.of(Priority.MEDIUM) : Priority.parse(text.toLowerCase(Locale.ROOT));
    }

    Optional<Boolean> flag(String text) {
        return Optional.ofNullable(FLAGS.get(text.toLowerCase(Locale.ROOT)));
    }

    /** A day, or a day with a time: ISO 8601, with a blank for the T as spreadsheets have it, with or without an offset. */
    Optional<Due> due(String text) {
        return moment(text.replace(' ', 'T'))
                .filter(due -> due.date().getYear() >= 1 && due.date().getYear() <= TaskRules.LAST_YEAR);
    }

    private Optional<Due> moment(String text) {
        try {
            if (text.length() <= "2026-03-01".length()) {
                return Optional.of(new Due(LocalDate.parse(text), null));
            }
            var local = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
                    : LocalDateTime.parse(text);
            return Optional.of(new Due(local.toLocalDate(), local.toLocalTime().truncatedTo(ChronoUnit.MINUTES)));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
