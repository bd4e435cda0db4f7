package io.taskledger.ui.parts;

import java.util.function.Function;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;

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

    /** Leads the tab elsewhere, by a page that is loaded anew, and tells it nothing more. With its lock held. */
    public static void leave(UI ui, String address) {
        if (!ui.isClosing()) {
            ui.getPage().setLocation(address);
            ui.close();
        }
    }

    /** Listens as long as the component is on a page; whoever tells would else keep it for ever. */
    public static void follow(Component shown, Function<UI, Registration> listen) {
        shown.addAttachListener(attached -> {
            var listening = listen.apply(attached.getUI());
            shown.addDetachListener(detached -> {
                listening.remove();
                detached.unregisterListener();
            });
        });
    }
}
