package io.taskledger.ui.task;

import java.time.LocalDate;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import io.taskledger.messages.Actor;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.security.Acting;
import io.taskledger.ui.parts.Initials;

/** What happened to a task, newest first, by day. */
class History extends Div {

    private final Desk desk;

    History(Desk desk) {
        this.desk = desk;
        addClassName("history");
        getElement().setAttribute("data-testid", "history");
    }

    /** @param oldestFirst as the query side tells them */
    void show(List<TimelineEntry> oldestFirst) {
        removeAll();
        var calendar = desk.calendar();
        var sentences = new TimelineSentences(calendar, Acting.now().map(Actor::userId));
        LocalDate day = null;
        var list = new OrderedList();
        for (var entry : oldestFirst.reversed()) {
            var its = calendar.dayOf(entry.happenedAt());
            if (!its.equals(day)) {
                day = its;
                list = new OrderedList();
                add(new H3(calendar.heading(day)), list);
            }
            list.add(item(entry, sentences));
        }
    }

    private ListItem item(TimelineEntry entry, TimelineSentences sentences) {
        var text = new Div();
        sentences.of(entry).forEach(sentence -> text.add(line(sentence)));
        text.add(when(entry, sentences));
        text.addClassName("history-text");
        var item = new ListItem(new Initials(sentences.who(entry)), text);
        item.getElement().setAttribute("data-testid", "history-entry");
        return item;
    }

    private Component when(TimelineEntry entry, TimelineSentences sentences) {
        var calendar = desk.calendar();
        var ago = calendar.ago(entry.happenedAt());
        var via = sentences.via(entry);
        var when = new Span(via.map(way -> desk.say("history.when", ago, way)).orElse(ago));
        when.addClassName("history-when");
        when.getElement().setAttribute("tabindex", "0").setAttribute("role", "note");
        Tooltip.forComponent(when)
                .setText(via.map(way -> desk.say("history.when", calendar.exact(entry.happenedAt()), way))
                        .orElseGet(() -> calendar.exact(entry.happenedAt())));
        return when;
    }

    private static Div line(String sentence) {
        var line = new Div(sentence);
        line.getElement().setAttribute("dir", "auto");
        return line;
    }
}
