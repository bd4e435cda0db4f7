package io.taskledger.rest.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** The kinds of values that tell of moments. Days are those of UTC; an instant without an offset is one of UTC too. */
public final class TimeKinds {

    /** An instant, or a day for its first moment. */
    public static final Kind<Instant> BEGINNING = text -> moment(text, false);

    /** An instant, or a day for its last moment. */
    public static final Kind<Instant> END = text -> moment(text, true);

    /** By its IANA name; no offset, of which databases read the sign the other way round. */
    public static final Kind<ZoneId> ZONE = TimeKinds::zone;

    /** A position in the ledger: a whole number from 1 on. */
    public static final Kind<Long> POSITION = TimeKinds::position;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int DAY_LENGTH = "2026-11-21".length();
    private static final Pattern WITH_OFFSET = Pattern.compile(".*(?:Z|[+-]\\d\\d:\\d\\d)", Pattern.DOTALL);

    private TimeKinds() {}

    private static Long position(String text) throws Misread {
        var number = NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
        if (number < 1) {
            throw new Misread("int_parsing", "Input should be a ledger position: a whole number from 1 on");
        }
        return number;
    }

    /** Up to 18 digits alone are a number; all else is read as {@link #BEGINNING}. */
    public static <T> Kind<T> numberOr(LongFunction<T> number, Function<Instant, T> moment) {
        return text ->
                NUMBER.matcher(text).matches() ? number.apply(Long.parseLong(text)) : moment.apply(moment(text, false));
    }

    private static Instant moment(String text, boolean last) throws Misread {
        try {
            if (text.length() < DAY_LENGTH) {
                throw new DateTimeException("neither of the form YYYY-MM-DD nor YYYY-MM-DDThh:mm:ssZ");
            }
            return text.length() == DAY_LENGTH ? ofDay(Kinds.DATE.parse(text), last) : instant(text);
        } catch (DateTimeException wrong) {
            throw new Misread("datetime_parsing", "Input should be a valid date or datetime: " + wrong.getMessage());
        }
    }

    private static Instant ofDay(LocalDate day, boolean last) {
        var next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return last
                ? next.minus(1, ChronoUnit.MICROS)
                : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant instant(String text) {
        if ("Tt ".indexOf(text.charAt(DAY_LENGTH)) < 0) {
            throw new DateTimeException("neither of the form YYYY-MM-DD nor YYYY-MM-DDThh:mm:ssZ");
        }
        // A plus sign that was not escaped arrives as a space; so does the T of some clients.
        var written = text.substring(0, DAY_LENGTH) + "T"
                + text.substring(DAY_LENGTH + 1).replace(' ', '+');
        var instant = WITH_OFFSET.matcher(written).matches()
                ? OffsetDateTime.parse(written).toInstant()
                : LocalDateTime.parse(written).toInstant(ZoneOffset.UTC);
        var year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new DateTimeException("not within the years 1 to 9999");
        }
        return instant;
    }

    private static ZoneId zone(String text) throws Misread {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new Misread("time_zone", "Input should be the IANA name of a time zone");
        }
        return ZoneId.of(text);
    }
}
