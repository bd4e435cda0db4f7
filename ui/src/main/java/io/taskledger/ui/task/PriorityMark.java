package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.Priority;
import io.taskledger.ui.parts.Icon;

/** How much a task matters, where that is more or less than others. */
public class PriorityMark extends Span {

    private final Desk desk;

    public PriorityMark(Desk desk) {
        this.desk = desk;
        addClassName("priority");
    }

    public void show(Priority now) {
        removeAll();
        removeClassNames("high", "low");
        if (now != Priority.MEDIUM) {
            var word = desk.say("priority." + now.text());
            addClassName(now.text());
            getElement().setAttribute("title", word);
            add(new Icon(now == Priority.HIGH ? "flag" : "arrow-down"), hidden(word));
        }
    }

    /** For who hears the page. */
    public static Span hidden(String words) {
        var span = new Span(words);
        span.addClassName("sr-only");
        return span;
    }
}
