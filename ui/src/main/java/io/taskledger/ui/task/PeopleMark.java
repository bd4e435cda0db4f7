package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Initials;

/** What others have to do with a task: how much was said, whether it is shared, whose turn it is. */
public class PeopleMark extends Span {

    private final Desk desk;

    public PeopleMark(Desk desk) {
        this.desk = desk;
        addClassName("people");
    }

    public void show(TaskDetails now) {
        removeAll();
        var said = now.comments().size();
        if (said > 0) {
            add(counted("comment", said, desk.say("row.comments", said)));
        }
        if (now.shareCount() > 0) {
            add(counted("people", now.shareCount(), desk.say("row.shared", now.shareCount())));
        }
        var turn = now.assigneeName();
        if (turn != null) {
            var words = desk.say("row.assigned", turn);
            var whose = new Span(new Initials(turn), PriorityMark.hidden(words));
            whose.getElement().setAttribute("title", words);
            add(whose);
        }
        setVisible(getComponentCount() > 0);
    }

    private static Span counted(String icon, long count, String words) {
        var number = new Span(Long.toString(count));
        number.getElement().setAttribute("aria-hidden", "true");
        var mark = new Span(new Icon(icon), number, PriorityMark.hidden(words));
        mark.addClassName("counted");
        mark.getElement().setAttribute("title", words);
        return mark;
    }
}
