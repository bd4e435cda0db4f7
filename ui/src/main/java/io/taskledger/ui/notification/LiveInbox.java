package io.taskledger.ui.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.UIScope;
import io.taskledger.messages.Actor;
import io.taskledger.messages.notification.InboxTouched;
import io.taskledger.messages.notification.NotificationQuery.WatchInbox;
import io.taskledger.security.Acting;
import io.taskledger.ui.parts.Screen;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the parts of one browser tab to ask again what concerns their person: one subscription a tab, for as long as
 * somebody listens. What comes while the tab is busy is told once.
 */
@Component
@UIScope
class LiveInbox {

    private final QueryGateway queries;
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private @Nullable SubscriptionQueryResult<Void, InboxTouched> subscription;

    LiveInbox(QueryGateway queries) {
        this.queries = queries;
    }

    /** Call with the UI's lock held; the listener is called so too, as the person who is signed in now. */
    Registration listen(UI ui, Runnable listener) {
        listeners.add(listener);
        if (subscription == null) {
            Acting.now().ifPresent(actor -> subscribe(ui, actor));
        }
        return () -> {
            listeners.remove(listener);
            if (listeners.isEmpty() && subscription != null) {
                subscription.close();
                subscription = null;
            }
        };
    }

    private void subscribe(UI ui, Actor actor) {
        var result = queries.subscriptionQuery(
                new WatchInbox(), ResponseTypes.instanceOf(Void.class), ResponseTypes.instanceOf(InboxTouched.class));
        subscription = result;
        result.updates().subscribe(_ -> remember(ui, actor));
    }

    /** On the thread of whoever tells: it must not wait for this tab, nor must what the tab asks become part of its work. */
    private void remember(UI ui, Actor actor) {
        if (waiting.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .name("live-inbox")
                    .start(() -> Screen.show(
                            ui,
                            () -> Acting.as(actor, () -> {
                                waiting.set(false);
                                List.copyOf(listeners).forEach(Runnable::run);
                                return true;
                            })));
        }
    }
}
