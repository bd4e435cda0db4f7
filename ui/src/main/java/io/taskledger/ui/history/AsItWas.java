package io.taskledger.ui.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskHome;
import org.jspecify.annotations.Nullable;

/** A task as it was, with what is otherwise in another version: added text underlined, removed text struck. */
class AsItWas extends Div {

    private static final Map<String, Function<TaskDetails, @Nullable Object>> FIELDS = fields();

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
        for (var one : FIELDS.entrySet()) {
            field(fields, one.getKey(), one.getValue(), then, before);
        }
        field(fields, "list_id", task -> places.apply(task.home()), then, before);
        add(title, fields);
        describe(then, before);
    }

    /** Names of the fields that differ. */
    static List<String> changed(TaskDetails then, TaskDetails before) {
        var all = new LinkedHashMap<String, Function<TaskDetails, @Nullable Object>>();
        all.put("title", TaskDetails::title);
        all.put("description", TaskDetails::description);
        all.putAll(FIELDS);
        all.put("list_id", task -> task.home().listId());
        return all.entrySet().stream()
                .filter(one -> !Objects.equals(
                        one.getValue().apply(then), one.getValue().apply(before)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Function<TaskDetails, @Nullable Object>> fields() {
        var fields = new LinkedHashMap<String, Function<TaskDetails, @Nullable Object>>();
        fields.put("completed", TaskDetails::completed);
        fields.put("due_date", TaskDetails::dueDate);
        fields.put("due_time", TaskDetails::dueTime);
        fields.put("priority", TaskDetails::priority);
        fields.put("tags", TaskDetails::tags);
        fields.put("assignee", TaskDetails::assigneeName);
        return fields;
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
