package io.taskledger.ui.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;

/** Changes on a browser tab that come from elsewhere than its own requests. */
public final class Screen {

    private Screen() {}

    /**
     * Runs the change as soon as the tab has time. Its errors go to the session's error handler.
     *
     * @return false where the tab is gone: whoever works for it may stop
     */
    public static boolean show(UI ui, Command change) {
        try {
            var _ = ui.access(change);
            return true;
        } catch (UIDetachedException gone) {
            return false;
        }
    }
}
