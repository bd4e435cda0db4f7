package io.taskledger.ui.statistics;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** Counts beside each other, each with its name and its number, so that the length is an extra. */
class Bars extends UnorderedList {

    private static final int WHOLE = 100;

    private final List<Div> bars = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();

    Bars() {
        addClassName("bars");
    }

    void add(String name, long count, String style) {
        var label = new Span(name);
        label.addClassName("bar-name");
        label.getElement().setAttribute("dir", "auto");
        var bar = new Div();
        bar.addClassNames("bar", style);
        bar.getElement().setAttribute("aria-hidden", "true");
        var track = new Div(bar);
        track.addClassName("bar-track");
        var number = new Span(Long.toString(count));
        number.addClassName("bar-count");
        add(new ListItem(label, track, number));
        bars.add(bar);
        counts.add(count);
        var most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        for (int at = 0; at < bars.size(); at++) {
            bars.get(at).getStyle().setWidth(WHOLE * counts.get(at) / most + "%");
        }
    }
}
