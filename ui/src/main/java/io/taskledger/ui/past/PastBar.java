package io.taskledger.ui.past;

import java.time.Instant;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;

/** Says that one is in the past, and leads out of it. */
class PastBar extends Div {

    private final Reader reader;
    private final Span when = new Span();

    PastBar(Reader reader, Runnable onBack) {
        this.reader = reader;
        addClassName("past-bar");
        getElement().setAttribute("data-testid", "past-bar");
        when.getElement().setAttribute("role", "status").setAttribute("data-testid", "past-when");
        var back = Push.labelled("restore", reader.say("then.back"), "past-back", _ -> onBack.run());
        // Whatever else Escape closes is closed first.
        back.getElement().setAttribute("data-shortcut", "Now").setAttribute("title", reader.say("then.back.key"));
        add(new Icon("clock"), when, back);
    }

    void show(Instant at, boolean recorded) {
        var calendar = new Calendar(reader);
        when.setText(reader.say(recorded ? "then.looking.recorded" : "then.looking", calendar.dayAndTime(at)));
        when.getElement().setAttribute("title", calendar.exact(at));
    }

    /** Where there is no moment to name. */
    void showNowhere() {
        when.setText(reader.say("then.nowhere"));
        when.getElement().removeAttribute("title");
    }
}
