package io.taskledger.ui.history;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.TaskBlame.FieldBlame;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** A small clock at each label tells who set the field to what it is, and what it was before; Alt+H does the same. */
public final class WhoDidThat {

    /** Whose task it is about. */
    public interface Field {
        /** Who set it; empty where nobody ever did. */
        Optional<FieldBlame> setBy(String field);

        /** What a value is called. */
        String told(String field, @Nullable Object value);

        /** Whether who reads may change it. */
        boolean mayEdit();

        void putBack(FieldBlame blame);
    }

    private final HistoryWords words;
    private final Field fields;
    private final Popover popover = new Popover();

    public WhoDidThat(HistoryWords words, Field fields) {
        this.words = words;
        this.fields = fields;
        popover.setOpenOnClick(false);
        popover.setModal(false);
        popover.setAutofocus(true);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setWidth("20rem");
        popover.getElement().setAttribute("data-testid", "who-did-that");
    }

    /** The field with its clock. */
    public Div beside(Component field, String name) {
        var box = new Div(field, clock(name));
        box.addClassName("blamed");
        return box;
    }

    public Push clock(String name) {
        var label = words.reader().say("who.label", words.field(name));
        var clock = Push.icon("clock", label, "who-" + name.replace('_', '-'), event -> tell(event.getSource(), name));
        clock.addClassName("blame");
        clock.getElement().setAttribute("aria-haspopup", "dialog");
        return clock;
    }

    private void tell(Component clock, String name) {
        popover.close();
        popover.removeAll();
        popover.setAriaLabel(words.reader().say("who.label", words.field(name)));
        fields.setBy(name)
                .ifPresentOrElse(
                        blame -> tell(blame, name),
                        () -> popover.add(new Paragraph(words.reader().say("who.nobody"))));
        popover.setTarget(clock);
        popover.open();
    }

    private void tell(FieldBlame blame, String name) {
        var text = new Div(paragraph(words.reader()
                .say(
                        "who.set",
                        fields.told(name, blame.value()),
                        words.by(blame.by().actor(), blame.by().actorName()),
                        when(blame.by()))));
        text.addClassName("who");
        var before = blame.beforeBy();
        if (before != null) {
            text.add(paragraph(words.reader()
                    .say(
                            "who.before",
                            fields.told(name, blame.before()),
                            words.by(before.actor(), before.actorName()),
                            words.moment(before.at()))));
            if (fields.mayEdit()) {
                text.add(Push.labelled("restore", words.reader().say("who.put-back"), "put-back", _ -> {
                    popover.close();
                    fields.putBack(blame);
                }));
            }
        }
        popover.add(text);
    }

    /** "Nov 3, 2:05 PM, in the browser". */
    private String when(Deed deed) {
        var at = words.moment(deed.at());
        return words.via(deed.via())
                .map(via -> words.reader().say("who.when", at, via))
                .orElse(at);
    }

    private static Paragraph paragraph(String sentence) {
        var paragraph = new Paragraph(sentence);
        paragraph.getElement().setAttribute("dir", "auto");
        return paragraph;
    }
}
