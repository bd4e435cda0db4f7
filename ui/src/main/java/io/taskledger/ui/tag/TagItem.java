package io.taskledger.ui.tag;

import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.SaveOnEnter;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TagChip;
import io.taskledger.ui.task.TaskNavigation;

/** One tag with how many tasks have it, and what can be done with it. */
class TagItem extends ListItem {

    /** What can be asked of a tag. */
    interface Asked {

        /** Why it was refused; empty where it is done, or is to be asked for. */
        Optional<Rejection> rename(OwnTag tag, String name);

        void colour(OwnTag tag);

        void remove(OwnTag tag);
    }

    private final Desk desk;
    private final Asked asked;
    private final Span count = new Span();
    private final Push colour;
    private final Push rename;
    private final Div line;
    private final TextField field = new TextField();
    private OwnTag tag;

    TagItem(OwnTag tag, Desk desk, Asked asked) {
        this.desk = desk;
        this.asked = asked;
        this.tag = tag;
        getElement().setAttribute("data-testid", "tag-item");
        var chip = TagChip.of(new Span(name()), tag.name());
        chip.getElement().setAttribute("title", name());
        var link = new Anchor(TaskNavigation.toList(Shown.all(Shown.Which.TASKS).with(tag.name())), chip);
        link.addClassName("tag-named");
        link.getElement().setAttribute("data-testid", "tag-tasks");
        count.addClassName("quiet");
        colour = Push.icon("palette", "", "tag-colour", _ -> asked.colour(this.tag));
        rename = Push.icon("pencil", desk.say("tags.rename.of", name()), "tag-rename", _ -> open());
        line = new Div(
                link,
                count,
                colour,
                rename,
                Push.icon("trash", desk.say("tags.remove.of", name()), "tag-remove", _ -> asked.remove(this.tag)));
        line.addClassName("tag-line");
        prepareField();
        add(line, field);
        show(tag);
    }

    void show(OwnTag now) {
        tag = now;
        count.setText(desk.say("tags.count", now.tasks(), now.open()));
        colour.rename(desk.say("tags.colour.of", name(), TagPalette.word(desk, now.colour())));
    }

    OwnTag tag() {
        return tag;
    }

    void focus() {
        rename.focus();
    }

    private String name() {
        return tag.name().isEmpty() ? desk.say("tags.nameless") : tag.name();
    }

    private void prepareField() {
        field.setManualValidation(true);
        field.setVisible(false);
        field.setAriaLabel(desk.say("tags.rename.of", name()));
        field.getElement().setAttribute("data-testid", "tag-name");
        field.getElement().executeJs(SaveOnEnter.SCRIPT);
        field.getElement().addEventListener("give-up", _ -> close());
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                var refused = asked.rename(tag, change.getValue());
                field.setInvalid(refused.isPresent());
                refused.ifPresentOrElse(rejection -> field.setErrorMessage(desk.sentence(rejection)), this::close);
            }
        });
        field.addBlurListener(_ -> {
            if (!field.isInvalid()) {
                close();
            }
        });
    }

    private void open() {
        field.setValue(tag.name());
        field.setInvalid(false);
        field.setVisible(true);
        line.setVisible(false);
        field.focus();
        field.getElement().executeJs("this.inputElement.select()");
    }

    private void close() {
        if (field.isVisible()) {
            field.setInvalid(false);
            field.setVisible(false);
            line.setVisible(true);
            rename.focus();
        }
    }
}
