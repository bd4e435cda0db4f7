package io.taskledger.ui.workspace;

import java.util.concurrent.atomic.AtomicBoolean;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.UIScope;
import io.taskledger.messages.workspace.WorkspaceQuery.WatchWorkspaces;
import io.taskledger.messages.workspace.WorkspaceTouched;
import io.taskledger.ui.gateway.News;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells one browser tab when its person's workspaces have changed, whoever changed them. */
@Component
@UIScope
public class LiveWorkspaces {

    private final News news;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private @Nullable Registration following;

    LiveWorkspaces(News news) {
        this.news = news;
    }

    /** Call with the UI's lock held: from then on {@link WorkspacesChanged} is told in it. What comes while it is busy is told once. */
    public void follow(UI tab) {
        if (following == null) {
            following = news.follow(
                            tab,
                            new WatchWorkspaces(),
                            WorkspaceTouched.class,
                            _ -> waiting.compareAndSet(false, true),
                            this::tell)
                    .orElse(null);
        }
    }

    public void stop() {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    private void tell() {
        waiting.set(false);
        WorkspacesChanged.tell();
    }
}
