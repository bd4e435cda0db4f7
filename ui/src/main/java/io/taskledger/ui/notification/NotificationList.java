package io.taskledger.ui.notification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.notification.Notification;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/** Sentences of what others did, each a link to what it is about. Following it is reading it. */
class NotificationList extends Div {

    private final Reader reader;
    private final Inbox inbox;
    private final Runnable opened;
    private final UnorderedList list = new UnorderedList();
    private List<Notification> shown = List.of();

    /** @param opened after one was followed, or marked as read */
    NotificationList(Reader reader, Inbox inbox, Runnable opened) {
        this.reader = reader;
        this.inbox = inbox;
        this.opened = opened;
        addClassName("notifications");
        list.getElement().setAttribute("data-testid", "notifications");
        add(list, nothing());
        show(List.of());
    }

    /** @param items newest first */
    void show(List<Notification> items) {
        list.removeAll();
        shown = List.of();
        append(items);
    }

    /** @param older than those that are shown */
    void append(List<Notification> older) {
        shown = Stream.concat(shown.stream(), older.stream()).toList();
        older.forEach(one -> list.add(item(one)));
        list.setVisible(!shown.isEmpty());
        getComponentAt(1).setVisible(shown.isEmpty());
    }

    int size() {
        return shown.size();
    }

    /** The position of the newest that is shown. */
    Optional<Long> newest() {
        return shown.stream().findFirst().map(Notification::position);
    }

    private ListItem item(Notification one) {
        var sentence = new Span(sentence(one));
        sentence.addClassName("notification-text");
        var when = new Span(new Calendar(reader).when(one.at()));
        when.addClassName("notification-when");
        when.setTitle(new Calendar(reader).exact(one.at()));
        var link = new Anchor(address(one), sentence, when);
        link.addClassName("notification-link");
        link.getElement().setAttribute("data-testid", "notification");
        link.getElement().addEventListener("click", _ -> follow(one));
        var item = new ListItem(new Icon(icon(one)), link);
        if (!one.read()) {
            item.addClassName("unread");
            // Not by the dot alone.
            var fresh = new Span(reader.say("inbox.unread"));
            fresh.addClassName("sr-only");
            link.addComponentAsFirst(fresh);
            item.add(Push.icon("check", reader.say("inbox.read"), "notification-read", _ -> follow(one)));
        }
        return item;
    }

    private void follow(Notification one) {
        if (!one.read()) {
            inbox.markRead(one);
        }
        opened.run();
    }

    private String sentence(Notification one) {
        return reader.say(
                "inbox." + one.kind().stored(),
                name(one.actorName(), "history.somebody"),
                name(one.workspaceName() == null ? one.taskTitle() : one.workspaceName(), "inbox.something"));
    }

    private String name(@Nullable String name, String otherwise) {
        return name == null ? reader.say(otherwise) : name;
    }

    private static String address(Notification one) {
        return one.taskId() == null
                ? InvitationsView.PATH
                : "tasks/" + one.taskId().text();
    }

    private static String icon(Notification one) {
        return switch (one.kind()) {
            case SHARED, INVITED -> "person";
            case COMMENTED, MENTIONED -> "comment";
            case ASSIGNED -> "inbox";
            case COMPLETED -> "check";
            case REMINDED -> "bell";
        };
    }

    private Div nothing() {
        var nothing = new Div(
                new Icon("bell"), new H2(reader.say("inbox.none")), new Paragraph(reader.say("inbox.none.next")));
        nothing.addClassName("empty");
        nothing.getElement().setAttribute("data-testid", "inbox-empty");
        return nothing;
    }
}
