package io.taskledger.ui.parts;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A button with a name for screen readers and for tests. */
public final class Push extends NativeButton {

    private Push(String testId, ComponentEventListener<ClickEvent<NativeButton>> action, Component... content) {
        add(content);
        addClassName("button");
        getElement().setAttribute("type", "button").setAttribute("data-testid", testId);
        addClickListener(action);
    }

    /** With words on it. */
    public static Push labelled(String label, String testId, ComponentEventListener<ClickEvent<NativeButton>> action) {
        var button = new Push(testId, action);
        button.setText(label);
        return button;
    }

    /** With an icon before its words. */
    public static Push labelled(
            String icon, String label, String testId, ComponentEventListener<ClickEvent<NativeButton>> action) {
        return new Push(testId, action, new Icon(icon), new Span(label));
    }

    /** With an icon alone: the label is its name, and what the pointer is told. */
    public static Push icon(
            String icon, String label, String testId, ComponentEventListener<ClickEvent<NativeButton>> action) {
        var button = new Push(testId, action, new Icon(icon));
        button.addClassName("button-icon");
        button.rename(label);
        return button;
    }

    public void rename(String label) {
        getElement().setAttribute("aria-label", label).setAttribute("title", label);
    }

    /** Turns one that has an icon alone into another. */
    public void become(String icon, String label) {
        removeAll();
        add(new Icon(icon));
        rename(label);
    }

    /** For who hears it without seeing what stands beside it. */
    public Push described(String name) {
        getElement().setAttribute("aria-label", name);
        return this;
    }

    public Push styled(String... classes) {
        addClassNames(classes);
        return this;
    }
}
