package io.taskledger.ui.task;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

import com.vaadin.flow.server.VaadinSession;
import io.taskledger.messages.task.TaskId;

/** What somebody began to say about tasks and did not send: it waits while they look at others, or read the page anew. */
class Drafts implements Serializable {

    private static final int MOST = 50;

    private final Map<TaskId, String> texts = new LinkedHashMap<>();

    /** Those of who reads the page, in all of their tabs; until they sign out. */
    static Drafts mine() {
        var session = VaadinSession.getCurrent();
        var known = session.getAttribute(Drafts.class);
        if (known == null) {
            known = new Drafts();
            session.setAttribute(Drafts.class, known);
        }
        return known;
    }

    /** @return empty where nothing was begun */
    String about(TaskId task) {
        return texts.getOrDefault(task, "");
    }

    /** Keeps the text, and forgets the oldest ones of too many. */
    void keep(TaskId task, String text) {
        texts.remove(task);
        if (!text.isBlank()) {
            texts.put(task, text);
        }
        if (texts.size() > MOST) {
            texts.remove(texts.keySet().iterator().next());
        }
    }
}
