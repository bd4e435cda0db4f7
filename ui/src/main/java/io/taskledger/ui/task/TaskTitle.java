package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Anchor;

/** A task's title in a row or on a card: the link to it. */
public final class TaskTitle extends Anchor {

    /** @param styled the stylesheet's name for it */
    public TaskTitle(String styled, String testId) {
        addClassName(styled);
        getElement().setAttribute("dir", "auto").setAttribute("data-testid", testId);
    }

    /** Whether it is the task in the panel. */
    public void current(boolean current) {
        if (current) {
            getElement().setAttribute("aria-current", "true");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}
