package io.taskledger.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.taskledger.ui.parts.BarPopover;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How much one has not read, as it grows; and the newest of it at hand. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class NotificationBell extends Div {

    private static final int MOST_SHOWN = 99;
    private static final int AT_HAND = 8;
    private static final int WIDTH = 24;

    private final Inbox inbox;
    private final Reader reader;
    private final NativeButton button = new NativeButton();
    private final Span count = new Span();
    private final BarPopover popover = new BarPopover(button, "bell", WIDTH);
    private final NotificationList list;
    private final Push readAll;

    NotificationBell(Inbox inbox, LiveInbox live, Readers readers) {
        this.inbox = inbox;
        this.reader = readers.current();
        addClassName("bell");
        count.addClassName("bell-count");
        count.getElement().setAttribute("aria-hidden", "true").setAttribute("data-testid", "unread");
        button.add(new Icon("bell"), count);
        list = new NotificationList(reader, inbox, this::opened);
        readAll = Push.labelled(reader.say("inbox.read-all"), "bell-read-all", _ -> markAllRead())
                .styled("link");
        popover.setAriaLabel(reader.say("inbox.title"));
        popover.holds(content(), this::show);
        add(button, popover);
        Screen.follow(this, tab -> {
            count();
            return live.listen(tab, this::heard);
        });
    }

    private Component content() {
        var head = new Div(new H2(reader.say("inbox.title")), readAll);
        head.addClassName("bell-head");
        var all = new Anchor(NotificationsView.PATH, reader.say("inbox.all"));
        all.addClassName("bell-all");
        all.getElement().setAttribute("data-testid", "bell-all");
        all.getElement().addEventListener("click", _ -> popover.close());
        var content = new Div(head, list, all);
        content.addClassName("bell-content");
        return content;
    }

    private void show() {
        list.show(inbox.list(false, 0, AT_HAND).items());
        count();
    }

    private void count() {
        var unread = inbox.unread();
        count.setText(unread > MOST_SHOWN ? MOST_SHOWN + "+" : Long.toString(unread));
        count.setVisible(unread > 0);
        button.setAriaLabel(reader.say("inbox.bell", unread));
        readAll.setVisible(unread > 0);
    }

    private void markAllRead() {
        list.newest().ifPresent(inbox::markRead);
        show();
        button.focus();
    }

    private void opened() {
        popover.close();
        count();
    }

    private void heard() {
        if (popover.isOpened()) {
            show();
        } else {
            count();
        }
    }
}
