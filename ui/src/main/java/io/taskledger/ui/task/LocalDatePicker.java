package io.taskledger.ui.task;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.stream.Stream;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;

/** A date picker that speaks the reader's language. */
public final class LocalDatePicker {

    private LocalDatePicker() {}

    public static DatePicker of(Desk desk) {
        var locale = desk.reader().words().locale();
        // The picker's week begins on Sunday whatever the locale; its lists follow that.
        var days = Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7).toList();
        var words = new DatePickerI18n()
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
                .setToday(desk.say("heading.today"))
                .setCancel(desk.say("asking.cancel"));
        var picker = new DatePicker();
        picker.setLocale(locale);
        picker.setI18n(words);
        return picker;
    }
}
