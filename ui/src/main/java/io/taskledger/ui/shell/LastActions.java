package io.taskledger.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.OwnActions.OwnAction;
import io.taskledger.ui.activity.ActivitySentences;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Desk;

/** What a person did last, the newest first, to be taken back one by one. */
class LastActions extends Div {

    private static final int SHOWN = 20;

    private final Desk desk;
    private final ActivitySentences sentences;

    LastActions(Desk desk) {
        this.desk = desk;
        this.sentences = new ActivitySentences(desk);
        addClassName("last-actions");
        getElement().setAttribute("data-testid", "last-actions").setAttribute("tabindex", "-1");
    }

    void read() {
        removeAll();
        var all = desk.actions().own().actions();
        if (all.isEmpty()) {
            var none = new Paragraph(desk.say("then.actions.none"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        var list = new OrderedList();
        all.stream().limit(SHOWN).map(this::item).forEach(list::add);
        add(list);
    }

    private ListItem item(OwnAction action) {
        var said = said(action);
        var sentence = new Span(said);
        sentence.addClassName("last-action-said");
        sentence.getElement().setAttribute("dir", "auto");
        var at = action.first().recordedAt();
        var when = new Span(desk.calendar().moment(at));
        when.addClassName("quiet");
        when.getElement().setAttribute("title", desk.calendar().exact(at));
        var words = new Div(sentence, when);
        words.addClassName("last-action-words");
        var item = new ListItem(words, button(action, said));
        item.setClassName("is-undone", action.undone());
        item.getElement().setAttribute("data-testid", "last-action");
        return item;
    }

    /** An import tells of what others did, long ago; to import it was one's own doing, and is what is taken back. */
    private String said(OwnAction action) {
        if (action.first().via() == Via.IMPORT) {
            return desk.say("then.actions.import", action.tasks());
        }
        var said = sentences.of(action.first());
        return action.tasks() > 1 ? desk.say("then.actions.many", said, action.tasks() - 1) : said;
    }

    private Push button(OwnAction action, String said) {
        var key = action.undone() ? "undo.again" : "undo.button";
        var button = Push.labelled(desk.say(key), action.undone() ? "last-redo" : "last-undo", _ -> {
            if (action.undone()) {
                desk.takeBack().redo(action.actionId());
            } else {
                desk.takeBack().undo(action.actionId());
            }
            read();
            getElement().executeJs("this.focus({preventScroll: true})");
        });
        return button.described(desk.say("then.actions.button", desk.say(key), said));
    }
}
