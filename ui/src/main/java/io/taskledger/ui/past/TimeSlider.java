package io.taskledger.ui.past;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.Element;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;

/** The life of what is shown, from its first change to now: a slider over marks of when something changed. */
class TimeSlider extends Div {

    private static final int LENGTH = 1000;
    private static final int HEIGHT = 24;
    private static final int LEAST_HEIGHT = 9;
    private static final int HIGHER_BY = 7;
    private static final int LEAST_WIDTH = 2;
    private static final int MILLIS_WHILE_DRAGGED = 150;

    private final Reader reader;
    private final Element range = new Element("input");
    private final Svg marks = new Svg();
    private final Span begins = new Span();
    private final Span ends = new Span();
    private Life life;

    TimeSlider(Reader reader, Life life, Consumer<Instant> onMove) {
        this.reader = reader;
        this.life = life;
        addClassName("past-slider");
        range.setAttribute("type", "range")
                .setAttribute("min", "0")
                .setAttribute("max", Integer.toString(LENGTH))
                .setAttribute("aria-label", reader.say("then.slider"))
                .setAttribute("data-testid", "past-slider");
        range.addEventListener(
                        "input",
                        moved -> onMove.accept(this.life.at(
                                moved.getEventData().get("event.target.value").asDouble() / LENGTH)))
                .addEventData("event.target.value")
                .debounce(MILLIS_WHILE_DRAGGED, DebouncePhase.INTERMEDIATE, DebouncePhase.TRAILING);
        marks.addClassName("past-marks");
        marks.getElement().setAttribute("aria-hidden", "true");
        var edges = new Div(begins, ends);
        edges.addClassName("past-edges");
        edges.getElement().setAttribute("aria-hidden", "true");
        ends.setText(reader.say("then.now"));
        add(marks);
        getElement().appendChild(range);
        add(edges);
        draw();
    }

    final void become(Life now) {
        life = now;
        draw();
    }

    void show(Instant at) {
        var calendar = new Calendar(reader);
        range.setAttribute("aria-valuetext", calendar.dayAndTime(at));
        // The browser moves the knob itself too: only it knows where it stands.
        range.executeJs(
                "if (this !== document.activeElement || !this.matches(':active')) this.value = $0",
                Math.round(life.share(at) * LENGTH));
    }

    private void draw() {
        begins.setText(new Calendar(reader).lasting(new Calendar(reader).dayOf(life.begins())));
        marks.setSvg(picture(life));
    }

    /** Made of numbers alone. Where more happened they are higher. */
    static String picture(Life life) {
        var svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + LENGTH + " " + HEIGHT
                + "' preserveAspectRatio='none' width='100%' height='100%'>");
        for (var mark : life.marks()) {
            var left = life.share(mark.first()) * LENGTH;
            var width = Math.max(LEAST_WIDTH, life.share(mark.last()) * LENGTH - left);
            var dense = mark.steps() * LEAST_WIDTH / width;
            var height = Math.min(HEIGHT, LEAST_HEIGHT + HIGHER_BY * Math.log10(1 + dense));
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='1'/>",
                    Math.min(left, LENGTH - width),
                    HEIGHT - height,
                    width,
                    height));
        }
        return svg.append("</svg>").toString();
    }
}
