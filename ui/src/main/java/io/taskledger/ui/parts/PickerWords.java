package io.taskledger.ui.parts;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.stream.Stream;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import io.taskledger.ui.words.Reader;

/** What a date picker says, in the reader's language. */
public final class PickerWords {

    private PickerWords() {}

    public static DatePickerI18n of(Reader reader) {
        var locale = reader.words().locale();
        // The picker's week begins on Sunday whatever the locale; its lists follow that.
        var days = Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7).toList();
        return new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdaysShort(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
                        .toList())
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setToday(reader.say("heading.today"))
                .setCancel(reader.say("asking.cancel"));
    }
}
