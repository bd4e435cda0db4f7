package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.UIScope;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.WatchTasks;
import io.taskledger.messages.task.TaskTouched;
import io.taskledger.ui.gateway.News;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the parts of one browser tab which tasks changed, whoever changed them: one subscription a tab, for as long as
 * somebody listens. What comes while the tab is busy is told at once afterwards, each task one time.
 */
@Component
@UIScope
public class LiveTasks {

    private final News news;
    private final List<Consumer<Set<TaskId>>> listeners = new ArrayList<>();
    private final Set<TaskId> waiting = new LinkedHashSet<>();
    private @Nullable Registration following;

    LiveTasks(News news) {
        this.news = news;
    }

    /** Call with the UI's lock held; the listener is called so too, as the person who is signed in now. */
    public Registration listen(UI ui, Consumer<Set<TaskId>> listener) {
        listeners.add(listener);
        if (following == null) {
            following = news.follow(ui, new WatchTasks(), TaskTouched.class, this::isFirst, this::tell)
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

    private boolean isFirst(TaskTouched touched) {
        synchronized (waiting) {
            var first = waiting.isEmpty();
            waiting.add(touched.taskId());
            return first;
        }
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
