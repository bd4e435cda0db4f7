package io.taskledger.ui.task;

import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.history.HistoryWords;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** Two values for one field, one's own and somebody else's, to choose from. */
final class Conflict {

    private Conflict() {}

    /**
     * @param field as the history calls it
     * @param keep writes one's own
     * @param giveWay leaves the other
     */
    static void show(
            Div into,
            Desk desk,
            TaskId task,
            String field,
            @Nullable Object mine,
            @Nullable Object theirs,
            Runnable keep,
            Runnable giveWay) {
        var words = new HistoryWords(desk.reader(), Optional.of(desk.me()));
        var who = desk.past()
                .setBy(task, field)
                .map(blame -> words.who(
                        blame.by().actor() == null ? null : blame.by().actor().text(),
                        blame.by().actorName()))
                .orElseGet(() -> desk.say("history.somebody"));
        into.removeAll();
        into.add(
                new Paragraph(desk.say("conflict.what", who)),
                side(desk.say("conflict.theirs"), words.value(theirs)),
                side(desk.say("conflict.mine"), words.value(mine)));
        var choice = new Div(
                Push.labelled(desk.say("conflict.take-theirs"), "take-theirs", _ -> giveWay.run()),
                Push.labelled(desk.say("conflict.keep-mine"), "keep-mine", _ -> keep.run())
                        .styled("button-primary"));
        choice.addClassName("conflict-choice");
        into.add(choice);
        into.setVisible(true);
    }

    private static Div side(String whose, String value) {
        var name = new Span(whose);
        name.addClassName("field-label");
        var text = new Div(value);
        text.addClassName("conflict-value");
        text.getElement().setAttribute("dir", "auto");
        return new Div(name, text);
    }
}
