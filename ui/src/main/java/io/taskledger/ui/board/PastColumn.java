package io.taskledger.ui.board;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.ui.past.InOrder;

/** A list of a workspace, and its cards as they were. */
class PastColumn extends Section {

    private final UnorderedList cards = new UnorderedList();
    private final Span count = new Span();

    PastColumn(String name) {
        addClassName("column");
        getElement().setAttribute("data-testid", "column").setAttribute("aria-label", name);
        cards.addClassName("cards");
        count.addClassName("count");
        var heading = new H2(name);
        heading.getElement().setAttribute("dir", "auto").setAttribute("data-testid", "column-name");
        var line = new Div(heading, count);
        line.addClassName("column-line");
        var header = new Header(line);
        header.addClassName("column-header");
        var body = new Div(cards);
        body.addClassName("column-body");
        add(header, body);
    }

    void show(List<PastCard> standing) {
        InOrder.arrange(cards, standing);
        count.setText(Integer.toString(standing.size()));
    }
}
