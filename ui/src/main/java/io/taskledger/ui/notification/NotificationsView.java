package io.taskledger.ui.notification;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.taskledger.ui.parts.Headed;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;

/** All that one was told, newest first; live as long as nobody has gone further back. */
@PermitAll
@Route(NotificationsView.PATH)
public class NotificationsView extends Div implements BeforeEnterObserver, HasDynamicTitle, Headed {

    static final String PATH = "notifications";
    static final int PAGE = 30;
    private static final String UNREAD = "unread";

    private final Inbox inbox;
    private final Reader reader;
    private final NotificationList list;
    private final Push all;
    private final Push unread;
    private final Push readAll;
    private final Push fresh;
    private final Push more;
    private boolean unreadOnly;

    NotificationsView(Inbox inbox, LiveInbox live, Readers readers) {
        this.inbox = inbox;
        this.reader = readers.current();
        addClassName("inbox");
        list = new NotificationList(reader, inbox, this::reload);
        all = choice("filter.status.all", "inbox-all", QueryParameters.empty());
        unread = choice("inbox.only-unread", "inbox-unread", QueryParameters.of(UNREAD, ""));
        readAll = Push.labelled("check", reader.say("inbox.read-all"), "inbox-read-all", _ -> markAllRead());
        fresh = Push.labelled(reader.say("inbox.news"), "inbox-news", _ -> reload())
                .styled("button-wide");
        more = Push.labelled(reader.say("list.more"), "inbox-more", _ -> append())
                .styled("list-more");
        var choices = new Div(all, unread);
        choices.addClassName("segments");
        var settings = new Anchor("settings/notifications", reader.say("inbox.settings"));
        settings.getElement().setAttribute("data-testid", "inbox-settings");
        settings.addClassName("inbox-settings");
        var top = new Div(choices, readAll, settings);
        top.addClassName("inbox-top");
        add(top, fresh, list, more);
        Screen.follow(this, tab -> live.listen(tab, this::heard));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        unreadOnly = event.getLocation().getQueryParameters().getParameters().containsKey(UNREAD);
        all.getElement().setAttribute("aria-pressed", Boolean.toString(!unreadOnly));
        unread.getElement().setAttribute("aria-pressed", Boolean.toString(unreadOnly));
        reload();
    }

    @Override
    public String heading() {
        return reader.say("inbox.title");
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title", heading());
    }

    private Push choice(String key, String testId, QueryParameters parameters) {
        return Push.labelled(reader.say(key), testId, _ -> getUI().ifPresent(ui -> ui.navigate(PATH, parameters)));
    }

    private void reload() {
        var page = inbox.list(unreadOnly, 0, PAGE);
        list.show(page.items());
        fresh.setVisible(false);
        offer(page.total());
    }

    private void append() {
        var page = inbox.list(unreadOnly, list.size(), PAGE);
        list.append(page.items());
        offer(page.total());
    }

    private void offer(long total) {
        more.setVisible(list.size() < total);
        readAll.setVisible(inbox.unread() > 0);
    }

    private void markAllRead() {
        list.newest().ifPresent(inbox::markRead);
        reload();
    }

    /** Nothing moves under the pointer of who has gone further back: the news waits above. */
    private void heard() {
        if (list.size() <= PAGE) {
            reload();
        } else {
            fresh.setVisible(true);
        }
    }
}
