package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.UIScope;
import io.taskledger.messages.Actor;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery;
import io.taskledger.messages.task.TaskTouched;
import io.taskledger.security.Acting;
import io.taskledger.ui.parts.Screen;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the parts of one browser tab which tasks changed, whoever changed them: one subscription a tab, for as long as
 * somebody listens. What comes while the tab is busy is told at once afterwards, each task one time.
 */
@Component
@UIScope
public class LiveTasks {

    private final QueryGateway queries;
    private final List<Consumer<Set<TaskId>>> listeners = new ArrayList<>();
    private final Set<TaskId> waiting = new LinkedHashSet<>();
    private @Nullable SubscriptionQueryResult<Void, TaskTouched> subscription;

    LiveTasks(QueryGateway queries) {
        this.queries = queries;
    }

    /** Call with the UI's lock held; the listener is called so too, as the person who is signed in now. */
    public Registration listen(UI ui, Consumer<Set<TaskId>> listener) {
        listeners.add(listener);
        if (subscription == null) {
            Acting.now().ifPresent(actor -> subscribe(ui, actor));
        }
        return () -> {
            listeners.remove(listener);
            if (listeners.isEmpty()) {
                unsubscribe();
            }
        };
    }

    private void subscribe(UI ui, Actor actor) {
        var result = queries.subscriptionQuery(
                new TaskQuery.WatchTasks(),
                ResponseTypes.instanceOf(Void.class),
                ResponseTypes.instanceOf(TaskTouched.class));
        subscription = result;
        result.updates().subscribe(touched -> remember(ui, actor, touched.taskId()));
    }

    private void unsubscribe() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    /**
     * On the thread of whoever changed something, at the end of its unit of work: it must not wait for this tab, and
     * the tab's questions must not become part of that work. So they are asked on a thread of their own.
     */
    private void remember(UI ui, Actor actor, TaskId task) {
        synchronized (waiting) {
            var told = !waiting.isEmpty();
            waiting.add(task);
            if (told) {
                return;
            }
        }
        Thread.ofVirtual()
                .name("live-tasks")
                .start(() -> Screen.show(
                        ui,
                        () -> Acting.as(actor, () -> {
                            tell();
                            return true;
                        })));
    }

    private void tell() {
        Set<TaskId> changed;
        synchronized (waiting) {
            changed = Set.copyOf(waiting);
            waiting.clear();
        }
        List.copyOf(listeners).forEach(listener -> listener.accept(changed));
    }
}
