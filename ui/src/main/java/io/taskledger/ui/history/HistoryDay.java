package io.taskledger.ui.history;

import java.time.LocalDate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;

/** What happened on one day. */
class HistoryDay extends Div {

    private final LocalDate day;
    private final OrderedList list = new OrderedList();

    HistoryDay(Reader reader, LocalDate day) {
        this.day = day;
        add(new H3(new Calendar(reader).heading(day)), list);
    }

    LocalDate day() {
        return day;
    }

    void prepend(ListItem entry) {
        list.addComponentAsFirst(entry);
    }

    void append(ListItem entry) {
        list.add(entry);
    }

    void removeFirst() {
        list.getChildren().findFirst().ifPresent(list::remove);
    }

    boolean isEmpty() {
        return list.getComponentCount() == 0;
    }
}
