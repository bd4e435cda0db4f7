package io.taskledger.ui.quickadd;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The days that words name, as seen from one of them. */
record Days(LocalDate today) {

    private static final int LONG_OVER_DAYS = 31;

    /** Weekdays in the order of {@link DayOfWeek}. */
    Optional<Meaning> weekday(int number, boolean nextWeek) {
        var day = DayOfWeek.of(number);
        var date = nextWeek
                ? today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day))
                : today.with(TemporalAdjusters.next(day));
        return due(date);
    }

    Optional<Meaning> in(long amount, ChronoUnit unit) {
        return due(today.plus(amount, unit));
    }

    Optional<Meaning> firstOfNextMonth() {
        return due(today.with(TemporalAdjusters.firstDayOfNextMonth()));
    }

    Optional<Meaning> endOfMonth() {
        return due(today.with(TemporalAdjusters.lastDayOfMonth()));
    }

    Optional<Meaning> nextMonday() {
        return due(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    Optional<Meaning> nextFriday() {
        return due(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
    }

    Optional<Meaning> nextSaturday() {
        return due(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)));
    }

    /**
     * A day that is long over is told of, and nothing is due then.
     *
     * @param year null for the next time that there is such a day
     */
    Optional<Meaning> date(int day, int month, @Nullable String year) {
        try {
            if (year != null) {
                var number = Integer.parseInt(year);
                var date = LocalDate.of(number < 100 ? 2000 + number : number, month, day);
                return date.isBefore(today.minusDays(LONG_OVER_DAYS)) ? Optional.empty() : due(date);
            }
            var date = LocalDate.of(today.getYear(), month, day);
            return due(date.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, day) : date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The next one of any month. */
    Optional<Meaning> dayOfMonth(int day) {
        return IntStream.range(0, 12)
                .mapToObj(months -> today.withDayOfMonth(1).plusMonths(months))
                .filter(month -> day >= 1 && day <= month.lengthOfMonth())
                .map(month -> month.withDayOfMonth(day))
                .filter(date -> !date.isBefore(today))
                .findFirst()
                .flatMap(Days::due);
    }

    static Optional<Meaning> time(int hour, int minute) {
        return hour <= 23 && minute <= 59 ? Optional.of(new Meaning.At(LocalTime.of(hour, minute))) : Optional.empty();
    }

    static Optional<Meaning> due(LocalDate date) {
        return Optional.of(new Meaning.Due(date));
    }
}
