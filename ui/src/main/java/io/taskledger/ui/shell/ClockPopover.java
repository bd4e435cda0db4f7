package io.taskledger.ui.shell;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.taskledger.ui.parts.BarPopover;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.past.Then;
import io.taskledger.ui.past.Travelling;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.Desks;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The clock: the way into the past, and what one did last, each with a way to take it back. {@code T} opens it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ClockPopover extends Div {

    private static final int WIDTH = 26;

    private final Desk desk;
    private final NativeButton button = new NativeButton();
    private final BarPopover popover = new BarPopover(button, "clock", WIDTH);
    private final LastActions actions;
    private final Push travel;
    private @Nullable Travelling screen;

    ClockPopover(Desks desks) {
        desk = desks.current();
        addClassName("clock");
        button.add(new Icon("history"));
        button.getElement()
                .setAttribute("aria-label", desk.say("then.clock"))
                .setAttribute("title", desk.say("then.clock.key"))
                .setAttribute("data-shortcut", "t");
        travel = Push.labelled("history", "", "clock-travel", _ -> travel()).styled("button-primary", "button-wide");
        actions = new LastActions(desk);
        popover.setAriaLabel(desk.say("then.clock"));
        popover.holds(content(), this::show);
        add(button, popover);
    }

    /** @param shown what stands on the screen; empty where it has no past */
    void follow(Optional<Travelling> shown) {
        screen = shown.orElse(null);
    }

    /** The moment that is on the screen; empty for now. */
    Optional<Then> then() {
        return Optional.ofNullable(screen).flatMap(Travelling::then);
    }

    private boolean isInThePast() {
        return then().isPresent();
    }

    private Component content() {
        var heading = new H2(desk.say("then.actions"));
        var content = new Div(travel, heading, actions);
        content.addClassName("clock-content");
        return content;
    }

    private void show() {
        var inThePast = isInThePast();
        travel.removeAll();
        travel.add(
                new Icon(inThePast ? "restore" : "history"), new Span(desk.say(inThePast ? "then.back" : "then.go")));
        actions.read();
        travel.focus();
    }

    /** From a screen without a past it leads to that of all tasks. */
    private void travel() {
        popover.close();
        if (screen == null) {
            TaskNavigation.openList(Shown.asOf(desk.reader().clock().instant()));
        } else if (isInThePast()) {
            screen.backToNow();
        } else {
            screen.goBack();
            // The popover gives the focus back to the clock; what one came for is the slider.
            UI.getCurrent()
                    .getPage()
                    .executeJs("setTimeout(() => document.querySelector('[data-testid=past-slider]')?.focus(), 300)");
        }
    }
}
