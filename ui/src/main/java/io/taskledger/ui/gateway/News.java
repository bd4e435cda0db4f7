package io.taskledger.ui.gateway;

import java.util.Optional;
import java.util.function.Predicate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import io.taskledger.security.session.LivingSessions;
import io.taskledger.ui.parts.Screen;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** What happens elsewhere, told to a browser tab as its person, for as long as their session lives. */
@Component
public class News {

    private final QueryGateway queries;
    private final LivingSessions sessions;

    News(QueryGateway queries, LivingSessions sessions) {
        this.queries = queries;
        this.sessions = sessions;
    }

    /**
     * Call with the tab's lock held. Empty where nobody is signed in.
     *
     * @param watch a subscription query, of whose updates the tab is to hear
     * @param wanted asked on the thread of whoever changed something: whether the tab is to be told, or will be anyway
     * @param tell with the tab's lock held
     */
    public <U> Optional<Registration> follow(
            UI tab, Object watch, Class<U> update, Predicate<? super U> wanted, Runnable tell) {
        return Acting.signedIn().map(reader -> {
            var subscription = queries.subscriptionQuery(
                    watch, ResponseTypes.instanceOf(Void.class), ResponseTypes.instanceOf(update));
            subscription.updates().filter(wanted).subscribe(_ -> bring(tab, reader, tell));
            return subscription::close;
        });
    }

    /**
     * At the end of the unit of work of whoever changed something: it must not wait for this tab, and the tab's questions must
     * not become part of that work. So they are asked on a thread of their own.
     */
    private void bring(UI tab, SignedIn reader, Runnable tell) {
        Thread.ofVirtual().name("news").start(() -> {
            if (sessions.hasEnded(reader.sessionId())) {
                Screen.show(tab, () -> Screen.leave(tab, "login"));
            } else {
                Screen.show(
                        tab,
                        () -> Acting.as(reader.actor(), () -> {
                            tell.run();
                            return true;
                        }));
            }
        });
    }
}
