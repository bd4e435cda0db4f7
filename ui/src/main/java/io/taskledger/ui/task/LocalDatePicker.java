package io.taskledger.ui.task;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.taskledger.ui.parts.PickerWords;

/** A date picker that speaks the reader's language. */
public final class LocalDatePicker {

    private LocalDatePicker() {}

    public static DatePicker of(Desk desk) {
        var picker = new DatePicker();
        picker.setLocale(desk.reader().words().locale());
        picker.setI18n(PickerWords.of(desk.reader()));
        return picker;
    }
}
