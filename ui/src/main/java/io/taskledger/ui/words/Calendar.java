package io.taskledger.ui.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;

import org.jspecify.annotations.Nullable;

/** Days and times as the reader would say them. */
public record Calendar(Reader reader) {

    /** The days ahead that a weekday names without doubt, today counted. */
    private static final int DAYS_NAMED_BY_WEEKDAY = 7;

    /** "today", "Mon 3", "3 Nov", "3 Nov 2027"; with the time where there is one. */
    public String due(LocalDate date, @Nullable LocalTime time) {
        return time == null ? day(date) : reader.say("day.with-time", day(date), clockTime(time));
    }

    /** As {@link #due}, without the words that only hold today: for sentences that stay. */
    public String lasting(LocalDate date) {
        var thisYear = date.getYear() == reader.today().getYear();
        return localized(thisYear ? "MMMEd" : "yMMMd").format(date);
    }

    /** "Nov 3", where its weekday is said already. */
    public String dayOfMonth(LocalDate date) {
        return localized("MMMd").format(date);
    }

    public String clockTime(LocalTime time) {
        return wider(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(reader.words().locale())
                .format(time));
    }

    /** A heading: "Today", "Tomorrow", "Wednesday, November 5". */
    public String heading(LocalDate date) {
        return switch ((int) ChronoUnit.DAYS.between(reader.today(), date)) {
            case -1 -> reader.say("heading.yesterday");
            case 0 -> reader.say("heading.today");
            case 1 -> reader.say("heading.tomorrow");
            default ->
                localized(date.getYear() == reader.today().getYear() ? "MMMMEEEEd" : "yMMMMd")
                        .format(date);
        };
    }

    /** "just now", "5 min ago", "3 h ago", then the clock time: the day stands above it. */
    public String ago(Instant instant) {
        var passed = Duration.between(instant, reader.clock().instant());
        if (passed.toMinutes() < 1) {
            return reader.say("ago.now");
        }
        if (passed.toHours() < 1) {
            return reader.say("ago.minutes", passed.toMinutes());
        }
        return passed.toHours() < 12
                ? reader.say("ago.hours", passed.toHours())
                : clockTime(LocalTime.ofInstant(instant, reader.zone()));
    }

    /** "just now", "5 min ago", "today, 14:05", "Mon 3, 14:05": where no day stands above it. */
    public String moment(Instant instant) {
        return Duration.between(instant, reader.clock().instant()).toHours() < 1
                ? ago(instant)
                : due(dayOf(instant), LocalTime.ofInstant(instant, reader.zone()));
    }

    /** "Mon, Nov 3, 14:05": for sentences that stay. */
    public String dayAndTime(Instant instant) {
        return reader.say(
                "day.with-time", lasting(dayOf(instant)), clockTime(LocalTime.ofInstant(instant, reader.zone())));
    }

    /** Day and time to the second. */
    public String exact(Instant instant) {
        return wider(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(reader.words().locale())
                .format(instant.atZone(reader.zone())));
    }

    /** "just now", "3 h ago", then the day, and the year where it is another. */
    public String when(Instant instant) {
        var day = dayOf(instant);
        return day.equals(reader.today()) && !instant.isAfter(reader.clock().instant()) ? ago(instant) : lasting(day);
    }

    /** Of the week that today is in, as the reader's country counts them. */
    public LocalDate lastDayOfWeek() {
        var first = WeekFields.of(reader.words().locale()).getFirstDayOfWeek();
        return reader.today().with(TemporalAdjusters.nextOrSame(first.minus(1)));
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, reader.zone());
    }

    private String day(LocalDate date) {
        var today = reader.today();
        var away = ChronoUnit.DAYS.between(today, date);
        if (away == 0) {
            return reader.say("day.today");
        }
        if (Math.abs(away) == 1) {
            return reader.say(away > 0 ? "day.tomorrow" : "day.yesterday");
        }
        if (away > 0 && away < DAYS_NAMED_BY_WEEKDAY) {
            return DateTimeFormatter.ofPattern(
                            reader.say("day.pattern"), reader.words().locale())
                    .format(date);
        }
        return localized(date.getYear() == today.getYear() ? "MMMd" : "yMMMd").format(date);
    }

    /** The font has no narrow space: "9:00 AM" would look like one word. */
    private static String wider(String time) {
        return time.replace('\u202f', '\u00a0');
    }

    private DateTimeFormatter localized(String fields) {
        return DateTimeFormatter.ofLocalizedPattern(fields)
                .withLocale(reader.words().locale());
    }
}
