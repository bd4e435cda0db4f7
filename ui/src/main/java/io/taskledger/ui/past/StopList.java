package io.taskledger.ui.past;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;

/** What a player plays: who did what, and when. Each leads to its moment. */
class StopList extends Div {

    private static final int TOLD = 3;

    private final Reader reader;
    private final StepWords words;
    private final IntConsumer onChosen;
    private final OrderedList list = new OrderedList();
    private final List<NativeButton> buttons = new ArrayList<>();

    StopList(Reader reader, StepWords words, IntConsumer onChosen) {
        this.reader = reader;
        this.words = words;
        this.onChosen = onChosen;
        addClassName("past-stops");
        add(list);
    }

    void show(List<Stop> stops) {
        list.removeAll();
        buttons.clear();
        showOn(stops);
    }

    /** Those that are there already stay. */
    void showOn(List<Stop> stops) {
        for (int at = buttons.size(); at < stops.size(); at++) {
            var button = button(at, stops.get(at));
            buttons.add(button);
            list.add(new ListItem(button));
        }
    }

    /** @param current below 0 for none */
    void mark(int current) {
        for (int at = 0; at < buttons.size(); at++) {
            var element = buttons.get(at).getElement();
            if (at == current) {
                element.setAttribute("aria-current", "step");
                element.executeJs("this.scrollIntoView({block: 'nearest'})");
            } else {
                element.removeAttribute("aria-current");
            }
        }
    }

    private NativeButton button(int at, Stop stop) {
        var button = new NativeButton();
        button.addClassName("past-stop");
        button.getElement().setAttribute("type", "button").setAttribute("data-testid", "past-stop");
        var when = new Span(new Calendar(reader).dayAndTime(stop.at()));
        when.addClassName("past-stop-when");
        when.getElement().setAttribute("title", new Calendar(reader).exact(stop.at()));
        button.add(when);
        stop.steps().stream().limit(TOLD).map(words::of).map(Span::new).forEach(sentence -> {
            sentence.getElement().setAttribute("dir", "auto");
            button.add(sentence);
        });
        if (stop.steps().size() > TOLD) {
            button.add(new Span(reader.say("then.step.more", stop.steps().size() - TOLD)));
        }
        button.addClickListener(_ -> onChosen.accept(at));
        return button;
    }
}
