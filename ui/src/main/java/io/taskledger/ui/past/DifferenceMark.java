package io.taskledger.ui.past;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.history.ListDiff;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.words.Reader;

/** What became of a task since: a word with a sign of its own, and what is otherwise. */
public final class DifferenceMark extends Span {

    private final Reader reader;

    public DifferenceMark(Reader reader) {
        this.reader = reader;
        addClassName("difference");
        getElement().setAttribute("data-testid", "difference");
        setVisible(false);
    }

    /**
     * @param why what is said instead of the kind alone; empty for that
     * @param changes from then to now
     */
    public void show(ListDiff.Kind kind, String why, List<String> changes) {
        var name = kind.name().toLowerCase(Locale.ROOT);
        var word = new Span(why.isEmpty() ? reader.say("then.kind." + name) : why);
        word.addClassName("difference-kind");
        removeAll();
        add(new Icon(icon(kind)), word);
        if (!changes.isEmpty()) {
            var what = new Span(String.join(" · ", changes));
            what.addClassName("difference-what");
            what.getElement().setAttribute("dir", "auto");
            add(what);
        }
        getElement().setAttribute("data-kind", name);
        setVisible(true);
    }

    public void hide() {
        setVisible(false);
        removeAll();
    }

    private static String icon(ListDiff.Kind kind) {
        return switch (kind) {
            case NEW -> "plus";
            case GONE -> "minus";
            case CHANGED -> "edit";
        };
    }
}
