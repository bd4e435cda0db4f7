package io.taskledger.ui.past;

import java.time.Instant;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.history.ListDiff.Totals;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/** How one gets from moment to moment, and sees what differs. */
class PastControls extends Div {

    /** What is asked for. */
    interface Asked {

        void to(Instant moment);

        void to(Then moment);

        void toTheBeginning();

        /** @return whether there was a change before */
        boolean back();

        /** @return whether there was a change since */
        boolean forth();

        void play();

        void compare();
    }

    private final Reader reader;
    private final Asked asked;
    private final Push play;
    private final Push compare;
    private final Span summary = new Span();
    private final MomentField field;
    private final Div line = new Div();
    private @Nullable TimeSlider slider;

    PastControls(Reader reader, PastQuestions questions, Asked asked) {
        this.reader = reader;
        this.asked = asked;
        addClassName("past-controls");
        getElement().setAttribute("role", "group").setAttribute("aria-label", reader.say("then.controls"));
        var back =
                key(Push.icon("step-back", reader.say("then.previous"), "past-previous", _ -> step(asked.back())), ",");
        var forth = key(Push.icon("step-forth", reader.say("then.next"), "past-next", _ -> step(asked.forth())), ".");
        play = key(Push.icon("play", reader.say("then.play"), "past-play", _ -> asked.play()), "p");
        compare = key(Push.labelled("compare", reader.say("then.compare"), "past-compare", _ -> compare()), "c");
        compare.getElement().setAttribute("aria-pressed", "false");
        summary.addClassName("past-summary");
        summary.getElement().setAttribute("role", "status").setAttribute("data-testid", "past-summary");
        line.addClassName("past-line");
        line.add(back, play, forth);
        field = new MomentField(reader, asked::to);
        var jump = new JumpMenu(reader, questions, asked::to, asked::toTheBeginning);
        var choices = new Div(field, jump, compare, summary);
        choices.addClassName("past-more");
        add(line, choices);
    }

    /** @param life null where nothing has happened yet */
    void become(@Nullable Life life) {
        if (life == null) {
            if (slider != null) {
                line.remove(slider);
                slider = null;
            }
        } else if (slider == null) {
            slider = new TimeSlider(reader, life, asked::to);
            line.add(slider);
        } else {
            slider.become(life);
        }
    }

    void show(Instant at) {
        field.show(at);
        if (slider != null) {
            slider.show(at);
        }
    }

    boolean compares() {
        return Boolean.parseBoolean(compare.getElement().getAttribute("aria-pressed"));
    }

    void plays(boolean now) {
        play.become(now ? "pause" : "play", reader.say(now ? "then.pause" : "then.play"));
    }

    /** How much differs from now; empty where that is not told. */
    void tell(Optional<Totals> totals) {
        summary.setText(totals.map(one -> one.added() + one.gone() + one.changed() == 0
                        ? reader.say("then.differs.nothing")
                        : reader.say("then.differs", one.added(), one.gone(), one.changed()))
                .orElse(""));
    }

    private void compare() {
        compare.getElement().setAttribute("aria-pressed", Boolean.toString(!compares()));
        asked.compare();
    }

    /** At either end one is told so, since nothing on the screen changes. */
    private void step(boolean done) {
        if (!done) {
            summary.setText(reader.say("then.no-change"));
        }
    }

    private static Push key(Push button, String key) {
        button.getElement().setAttribute("data-shortcut", key);
        return button;
    }
}
