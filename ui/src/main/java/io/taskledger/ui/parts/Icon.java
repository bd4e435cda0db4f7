package io.taskledger.ui.parts;

import com.vaadin.flow.component.html.Span;

/** A picture beside words, never instead of them. Drawn by the stylesheet, in the colour of the text around it. */
public final class Icon extends Span {

    /** @param name of a class {@code icon-…} in the stylesheet */
    public Icon(String name) {
        addClassNames("icon", "icon-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
