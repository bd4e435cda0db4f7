package io.taskledger.ui.shell;

import java.util.List;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Reader;

/** The keys that the script listens for. */
class HelpDialog extends Dialog {

    private static final List<String> KEYS = List.of(
            "/",
            "n",
            "↑ ↓",
            "x",
            "Enter",
            "Esc",
            "Ctrl+Z",
            "Ctrl+Shift+Z",
            "?",
            "Ctrl+K",
            "s",
            "Shift+↑ ↓",
            "m",
            "Alt+← ↑ → ↓",
            "Ctrl+A",
            "Delete",
            "Alt+H",
            "Ctrl+Enter",
            "t",
            ", .",
            "p",
            "c");

    HelpDialog(Reader reader) {
        setWidth("min(44rem, 94vw)");
        setHeaderTitle(reader.say("help.title"));
        getElement().setAttribute("data-testid", "help-dialog");
        var list = new DescriptionList();
        list.addClassName("keys");
        for (int at = 0; at < KEYS.size(); at++) {
            var key = new Span(KEYS.get(at));
            key.addClassName("key");
            list.add(new DescriptionList.Term(key), new DescriptionList.Description(reader.say("help.key." + at)));
        }
        var letters = new Anchor("settings/appearance", reader.say("help.letters"));
        letters.addClassName("help-letters");
        add(list, letters);
        getFooter().add(Push.labelled(reader.say("help.close"), "help-close", _ -> close()));
    }
}
