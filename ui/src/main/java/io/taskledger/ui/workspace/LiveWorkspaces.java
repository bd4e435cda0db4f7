package io.taskledger.ui.workspace;

import java.util.concurrent.atomic.AtomicBoolean;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.UIScope;
import io.taskledger.messages.Actor;
import io.taskledger.messages.workspace.WorkspaceQuery.WatchWorkspaces;
import io.taskledger.messages.workspace.WorkspaceTouched;
import io.taskledger.security.Acting;
import io.taskledger.ui.parts.Screen;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells one browser tab when its person's workspaces have changed, whoever changed them. */
@Component
@UIScope
public class LiveWorkspaces {

    private final QueryGateway queries;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private @Nullable SubscriptionQueryResult<Void, WorkspaceTouched> subscription;

    LiveWorkspaces(QueryGateway queries) {
        this.queries = queries;
    }

    /** Call with the UI's lock held: from then on {@link WorkspacesChanged} is told in it. */
    public void follow(UI tab) {
        var follower = Acting.now();
        if (subscription != null || follower.isEmpty()) {
            return;
        }
        subscription = queries.subscriptionQuery(
                new WatchWorkspaces(),
                ResponseTypes.instanceOf(Void.class),
                ResponseTypes.instanceOf(WorkspaceTouched.class));
        subscription.updates().subscribe(_ -> remember(tab, follower.get()));
    }

    public void stop() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    /**
     * On the thread of whoever changed something: it must not wait for this tab, which asks on a thread of its own. What
     * comes while the tab is busy is told once.
     */
    private void remember(UI tab, Actor actor) {
        if (waiting.getAndSet(true)) {
            return;
        }
        Thread.ofVirtual()
                .name("live-workspaces")
                .start(() -> Screen.show(
                        tab,
                        () -> Acting.as(actor, () -> {
                            waiting.set(false);
                            WorkspacesChanged.tell();
                            return true;
                        })));
    }
}
