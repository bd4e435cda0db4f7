package io.taskledger.ui.history;

import java.util.Objects;
import java.util.function.Function;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.HtmlComponent;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskHome;
import org.jspecify.annotations.Nullable;

/** A task as it was, with what is otherwise in another version: added text underlined, removed text struck. */
class AsItWas extends Div {

    private final HistoryWords words;
    private final Function<TaskHome, String> places;

    /** @param places what the place of a task is called */
    AsItWas(HistoryWords words, Function<TaskHome, String> places) {
        this.words = words;
        this.places = places;
        addClassName("as-it-was");
        getElement().setAttribute("data-testid", "as-it-was");
    }

    /**
     * Shows the one with its differences to the other.
     *
     * @param before null where there was none
     */
    void show(TaskDetails then, @Nullable TaskDetails before) {
        removeAll();
        var title = new H3();
        title.addClassName("title-then");
        title.getElement().setAttribute("dir", "auto");
        write(title, before == null ? then.title() : before.title(), then.title());
        var fields = new DescriptionList();
        field(fields, "completed", TaskDetails::completed, then, before);
        field(fields, "due_date", TaskDetails::dueDate, then, before);
        field(fields, "due_time", TaskDetails::dueTime, then, before);
        field(fields, "priority", TaskDetails::priority, then, before);
        field(fields, "tags", TaskDetails::tags, then, before);
        field(fields, "assignee", TaskDetails::assigneeName, then, before);
        field(fields, "list_id", task -> places.apply(task.home()), then, before);
        add(title, fields);
        describe(then, before);
    }

    private void field(
            DescriptionList fields,
            String name,
            Function<TaskDetails, @Nullable Object> value,
            TaskDetails then,
            @Nullable TaskDetails before) {
        var now = value.apply(then);
        var old = before == null ? now : value.apply(before);
        if (words.isNothing(now) && words.isNothing(old)) {
            return;
        }
        var told = new DescriptionList.Description();
        if (!Objects.equals(old, now)) {
            told.add(new Marked("del", words.value(old)), new Span(" "), new Marked("ins", words.value(now)));
        } else {
            told.setText(words.value(now));
        }
        told.getElement().setAttribute("data-testid", "then-" + name.replace('_', '-'));
        fields.add(new DescriptionList.Term(words.field(name)), told);
    }

    private void describe(TaskDetails then, @Nullable TaskDetails before) {
        var now = Objects.requireNonNullElse(then.description(), "");
        var old = before == null ? now : Objects.requireNonNullElse(before.description(), "");
        if (now.isEmpty() && old.isEmpty()) {
            return;
        }
        var heading = new H3(words.reader().say("field.description"));
        heading.addClassName("field-label");
        var text = new Div();
        text.addClassName("text-then");
        text.getElement().setAttribute("dir", "auto").setAttribute("data-testid", "then-description");
        write(text, old, now);
        add(heading, text);
    }

    private static void write(HtmlContainer into, String from, String to) {
        WordDiff.of(from, to)
                .forEach(piece -> into.add(
                        switch (piece.kind()) {
                            case SAME -> new Span(piece.text());
                            case ADDED -> new Marked("ins", piece.text());
                            case REMOVED -> new Marked("del", piece.text());
                        }));
    }

    /** Said otherwise than by colour: the browser tells insertions and deletions apart for who does not see them, too. */
    private static final class Marked extends HtmlComponent {
        Marked(String tag, String text) {
            super(tag);
            getElement().setText(text);
        }
    }
}
