package io.taskledger.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** What hangs from a button of the top bar. What it holds is there only while it is open: what is closed is no part of the page. */
public final class BarPopover extends Popover {

    /**
     * @param button its testid, with {@code -popover} behind it, is the popover's
     * @param width in rem, as far as the window goes
     */
    public BarPopover(NativeButton button, String testId, int width) {
        button.addClassNames("button", "button-icon");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-haspopup", "dialog")
                .setAttribute("data-testid", testId);
        setTarget(button);
        setPosition(PopoverPosition.BOTTOM_END);
        setModal(true);
        setWidth("min(" + width + "rem, calc(100vw - 16px))");
        getElement().setAttribute("data-testid", testId + "-popover");
    }

    /** @param onOpen what is to be read once it is shown */
    public void holds(Component content, Runnable onOpen) {
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                add(content);
                onOpen.run();
            } else {
                remove(content);
            }
        });
    }
}
