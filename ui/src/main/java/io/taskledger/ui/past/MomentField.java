package io.taskledger.ui.past;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Consumer;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import io.taskledger.ui.parts.PickerWords;
import io.taskledger.ui.words.Reader;

/** Day and time, by the reader's own clock. */
class MomentField extends DateTimePicker {

    private final Reader reader;

    MomentField(Reader reader, Consumer<Instant> onChosen) {
        this.reader = reader;
        addClassName("past-field");
        setLocale(reader.words().locale());
        setDatePickerI18n(PickerWords.of(reader));
        setDateAriaLabel(reader.say("then.field.date"));
        setTimeAriaLabel(reader.say("then.field.time"));
        setMax(LocalDateTime.ofInstant(reader.clock().instant(), reader.zone()).plusMinutes(1));
        setManualValidation(true);
        getElement().setAttribute("data-testid", "past-field");
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                onChosen.accept(change.getValue().atZone(reader.zone()).toInstant());
            }
        });
    }

    /** To the minute: that is what the field can say. */
    void show(Instant at) {
        setValue(LocalDateTime.ofInstant(at, reader.zone()).withSecond(0).withNano(0));
    }
}
