package io.taskledger.ui.parts;

import com.vaadin.flow.component.Component;

/** Draws the eye to a change for a second; the stylesheet keeps still for who wants no motion. */
public final class Glow {

    private Glow() {}

    public static void on(Component changed) {
        changed.getElement()
                .executeJs("this.classList.remove('glow'); void this.offsetWidth; this.classList.add('glow')");
    }
}
