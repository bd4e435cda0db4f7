package io.taskledger.ui.board;

import com.vaadin.flow.component.html.Span;
import io.taskledger.ui.task.DueMark;
import io.taskledger.ui.task.PriorityMark;

/** What stands at the foot of a card. */
final class CardMarks {

    private CardMarks() {}

    /** Beside each other also where there is no room for them beside the tags. */
    static Span together(DueMark due, PriorityMark priority) {
        var both = new Span(due, priority);
        both.addClassName("card-when");
        return both;
    }
}
