package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Div;
import io.taskledger.ui.parts.Push;

/** What the script presses: the keys are for everybody, the notice offers the same to who has none. */
public class UndoKeys extends Div {

    public UndoKeys(TakeBack takeBack) {
        add(key("Ctrl+Z", "undo-last", takeBack::undoLast), key("Ctrl+Shift+Z", "redo-last", takeBack::redoLast));
    }

    private static Push key(String shortcut, String testId, Runnable action) {
        var key = Push.labelled(shortcut, testId, _ -> action.run()).styled("sr-only");
        key.getElement()
                .setAttribute("data-shortcut", shortcut)
                .setAttribute("tabindex", "-1")
                .setAttribute("aria-hidden", "true");
        return key;
    }
}
