package io.taskledger.ui.parts;

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

    public static void told(String sentence) {
        var notice = Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
        notice.getElement().setAttribute("data-testid", "notice");
    }
}
