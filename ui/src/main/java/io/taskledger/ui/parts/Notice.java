package io.taskledger.ui.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short news at the bottom left, where nothing is about to be clicked. */
public final class Notice {

    private static final int MILLIS = 8_000;

    private Notice() {}

    public static void refused(String sentence) {
        var notice = Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START, true);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.getElement().setAttribute("data-testid", "notice");
    }

    /** With a button that does something about it, for as long as it is there. */
    public static Notification offering(String sentence, String label, Runnable action) {
        var notice = new Notification();
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.setDuration(MILLIS);
        var words = new Span(sentence);
        words.getElement().setAttribute("role", "status");
        var offer = Push.labelled(label, "notice-offer", _ -> {
            notice.close();
            action.run();
        });
        var row = new Div(words, offer);
        row.addClassName("notice-row");
        notice.add(row);
        notice.getElement().setAttribute("data-testid", "notice");
        notice.open();
        return notice;
    }

    public static void told(String sentence) {
        var notice = Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
        notice.getElement().setAttribute("data-testid", "notice");
    }
}
