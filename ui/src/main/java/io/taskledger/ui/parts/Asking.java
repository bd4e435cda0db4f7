package io.taskledger.ui.parts;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.taskledger.ui.words.Reader;

/** Asks before what cannot be undone, and before nothing else. */
public final class Asking {

    private Asking() {}

    /**
     * @param key of the words: {@code .header}, {@code .text} and {@code .confirm}
     * @param values for the text
     */
    public static void before(Reader reader, String key, Runnable work, Object... values) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(reader.say(key + ".header"));
        dialog.setText(reader.say(key + ".text", values));
        dialog.setCancelable(true);
        dialog.setCancelText(reader.say("asking.cancel"));
        dialog.setConfirmText(reader.say(key + ".confirm"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> work.run());
        dialog.getElement().setAttribute("data-testid", "asking");
        dialog.open();
    }
}
