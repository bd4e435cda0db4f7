package io.taskledger.ui.settings;

import java.util.stream.Stream;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.security.session.OwnSessions;
import io.taskledger.security.session.SessionDetails;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Push;

/** Where one is signed in, and the way to end it from here. */
class SessionsSheet extends Sheet {

    private final OwnSessions sessions;
    private final UnorderedList list = new UnorderedList();
    private final Push others;

    SessionsSheet(SettingsDesk desk, OwnSessions sessions) {
        super(desk, SettingsPart.SESSIONS);
        this.sessions = sessions;
        list.addClassName("things");
        list.getElement().setAttribute("data-testid", "sessions");
        others = Push.labelled(desk.say("sessions.end-others"), "sessions-end-others", _ -> endOthers());
        card(quiet("sessions.how"), list, others);
        look();
    }

    private void look() {
        list.removeAll();
        var all = sessions.list(desk.me());
        // The one that one looks from first: it is the one that is not to be ended by mistake.
        Stream.concat(all.stream().filter(SessionDetails::current), all.stream().filter(one -> !one.current()))
                .forEach(one -> list.add(item(one)));
        others.setVisible(all.stream().anyMatch(one -> !one.current()));
    }

    private ListItem item(SessionDetails session) {
        var name = new Span(name(session));
        name.addClassName("thing-name");
        var head = new Div(name);
        head.addClassName("thing-head");
        var words = new Div(head, facts(session));
        words.addClassName("thing-words");
        var item = new ListItem(words);
        item.getElement().setAttribute("data-testid", "session");
        if (session.current()) {
            var here = new Span(desk.say("sessions.here"));
            here.addClassName("badge");
            head.add(here);
        } else {
            item.add(Push.labelled(desk.say("sessions.end"), "session-end", _ -> end(session))
                    .described(desk.say("sessions.end.of", name(session))));
        }
        return item;
    }

    private String name(SessionDetails session) {
        return session.device() == null ? desk.say("sessions.program") : session.device();
    }

    private Div facts(SessionDetails session) {
        var used = new Span(desk.say("sessions.used", desk.calendar().when(session.lastUsedAt())));
        var begun = new Span(desk.say("sessions.begun", desk.calendar().when(session.createdAt())));
        var facts = new Div(used, begun);
        if (session.network() != null) {
            facts.add(new Span(desk.say("sessions.network", session.network())));
        }
        facts.addClassName("thing-facts");
        return facts;
    }

    private void end(SessionDetails session) {
        sessions.end(desk.me(), session.sessionId());
        Notice.told(desk.say("sessions.ended", name(session)));
        look();
    }

    private void endOthers() {
        sessions.endOthers(desk.me());
        Notice.told(desk.say("sessions.others-ended"));
        look();
    }
}
