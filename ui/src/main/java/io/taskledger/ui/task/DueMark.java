package io.taskledger.ui.task;

import java.time.LocalDate;
import java.time.LocalTime;

import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.parts.Icon;
import org.jspecify.annotations.Nullable;

/** When a task is due, in words; what is late or soon says so by its icon and for screen readers, not by colour alone. */
public class DueMark extends Span {

    private final Desk desk;

    public DueMark(Desk desk) {
        this.desk = desk;
        addClassName("due");
    }

    public void show(TaskDetails now) {
        removeAll();
        setVisible(now.dueDate() != null);
        removeClassNames("overdue", "soon");
        if (now.dueDate() == null) {
            return;
        }
        var words = desk.calendar().due(now.dueDate(), now.dueTime());
        if (!now.completed() && overdue(now.dueDate(), now.dueTime())) {
            addClassName("overdue");
            add(new Icon("alert"), PriorityMark.hidden(desk.say("row.overdue")), new Span(words));
        } else {
            setClassName(
                    "soon",
                    !now.completed() && now.dueDate().equals(desk.reader().today()));
            add(new Icon("calendar"), PriorityMark.hidden(desk.say("row.due")), new Span(words));
        }
    }

    private boolean overdue(LocalDate date, @Nullable LocalTime time) {
        var now = desk.reader().clock().instant().atZone(desk.reader().zone());
        return date.isBefore(now.toLocalDate())
                || (time != null && date.equals(now.toLocalDate()) && time.isBefore(now.toLocalTime()));
    }
}
