package io.taskledger.ui.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.taskledger.messages.SessionId;
import io.taskledger.security.Acting;
import io.taskledger.security.session.LivingSessions;
import io.taskledger.ui.parts.Screen;
import org.springframework.stereotype.Component;

/** Leads each open tab of a session that was ended, from wherever, to the sign-in page. */
@Component
class EndedScreens implements VaadinServiceInitListener, LivingSessions.Ends {

    private final LivingSessions sessions;
    private final Map<UI, SessionId> open = new ConcurrentHashMap<>();

    EndedScreens(LivingSessions sessions) {
        this.sessions = sessions;
        sessions.whenEnded(this);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(
                        begun -> Acting.signedIn().ifPresent(reader -> keep(begun.getUI(), reader.sessionId())));
    }

    @Override
    public void ended(SessionId id) {
        open.forEach((tab, session) -> {
            if (session.equals(id)) {
                close(tab);
            }
        });
    }

    @Override
    public void someMayHaveEnded() {
        open.forEach((tab, session) -> Thread.startVirtualThread(() -> {
            if (sessions.hasEnded(session)) {
                close(tab);
            }
        }));
    }

    private void keep(UI tab, SessionId session) {
        open.put(tab, session);
        tab.addDetachListener(_ -> open.remove(tab));
    }

    /** On a thread of its own: a tab may be busy. */
    private static void close(UI tab) {
        Thread.startVirtualThread(() -> Screen.show(tab, () -> Screen.leave(tab, "login")));
    }
}
