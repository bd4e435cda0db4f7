package io.taskledger.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.taskledger.ui.parts.Push;

/** The two sides of a task: as it is, and how it came to be so. */
class PanelTabs extends Div {

    private final Push details;
    private final Push past;
    private final Component fields;
    private final Component history;

    /** @param onHistory called each time that the history comes into sight */
    PanelTabs(Desk desk, Component fields, Component history, Runnable onHistory) {
        this.fields = fields;
        this.history = history;
        details = tab(Push.labelled(desk.say("panel.details"), "tab-details", _ -> choose(false)), fields);
        past = tab(
                Push.labelled(desk.say("panel.history"), "tab-history", _ -> {
                    choose(true);
                    onHistory.run();
                }),
                history);
        var bar = new Div(details, past);
        bar.addClassName("tabs");
        bar.getElement().setAttribute("role", "tablist").setAttribute("aria-label", desk.say("panel.tabs"));
        add(bar, fields, history);
        choose(false);
    }

    boolean historyShown() {
        return history.isVisible();
    }

    private void choose(boolean historic) {
        fields.setVisible(!historic);
        history.setVisible(historic);
        details.getElement().setAttribute("aria-selected", Boolean.toString(!historic));
        past.getElement().setAttribute("aria-selected", Boolean.toString(historic));
    }

    private static Push tab(Push button, Component side) {
        var id = "side-" + button.getElement().getAttribute("data-testid");
        side.setId(id);
        side.getElement().setAttribute("role", "tabpanel").setAttribute("aria-label", button.getText());
        button.getElement().setAttribute("role", "tab").setAttribute("aria-controls", id);
        return button;
    }
}
