package io.taskledger.ui.past;

import java.time.Instant;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;

/** Why nothing can be shown of a moment, and where to go instead. */
class NothingThen extends Div {

    private final Reader reader;
    private final H2 heading = new H2();
    private final Paragraph next = new Paragraph();
    private final Push beginning;

    NothingThen(Reader reader, Runnable onBack, Runnable onBeginning) {
        this.reader = reader;
        addClassName("empty");
        getElement().setAttribute("role", "status").setAttribute("data-testid", "past-nothing");
        beginning = Push.labelled(reader.say("then.to-the-beginning"), "past-beginning", _ -> onBeginning.run());
        var back = Push.labelled(reader.say("then.back"), "past-nothing-back", _ -> onBack.run())
                .styled("button-primary");
        var actions = new Div(beginning, back);
        actions.addClassName("empty-actions");
        add(new Icon("clock"), heading, next, actions);
        hide();
    }

    final void hide() {
        setVisible(false);
    }

    void unreadable() {
        say("then.unreadable", reader.say("then.unreadable.next"), false);
    }

    void stillToCome() {
        say("then.to-come", reader.say("then.to-come.next"), false);
    }

    void beforeTheStart(PastMoment start) {
        var since = start instanceof PastMoment.Happened(Instant at)
                ? at
                : start instanceof PastMoment.Recorded(Instant at)
                        ? at
                        : reader.clock().instant();
        say("then.too-early", reader.say("then.too-early.next", new Calendar(reader).dayAndTime(since)), true);
    }

    private void say(String key, String sentence, boolean offersBeginning) {
        heading.setText(reader.say(key));
        next.setText(sentence);
        beginning.setVisible(offersBeginning);
        setVisible(true);
    }
}
