package io.taskledger.ui.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.UIScope;
import io.taskledger.messages.notification.InboxTouched;
import io.taskledger.messages.notification.NotificationQuery.WatchInbox;
import io.taskledger.ui.gateway.News;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the parts of one browser tab to ask again what concerns their person: one subscription a tab, for as long as
 * somebody listens. What comes while the tab is busy is told once.
 */
@Component
@UIScope
class LiveInbox {

    private final News news;
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private @Nullable Registration following;

    LiveInbox(News news) {
        this.news = news;
    }

    /** Call with the UI's lock held; the listener is called so too, as the person who is signed in now. */
    Registration listen(UI ui, Runnable listener) {
        listeners.add(listener);
        if (following == null) {
            following = news.follow(
                            ui,
                            new WatchInbox(),
                            InboxTouched.class,
                            _ -> waiting.compareAndSet(false, true),
                            this::tell)
                    .orElse(null);
        }
        return () -> {
            listeners.remove(listener);
            if (listeners.isEmpty() && following != null) {
                following.remove();
                following = null;
            }
        };
    }

    private void tell() {
        waiting.set(false);
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
