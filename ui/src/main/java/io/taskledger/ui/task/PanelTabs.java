package io.taskledger.ui.task;

import java.util.LinkedHashMap;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.taskledger.ui.parts.Push;

/** The sides of a task: as it is, what was said about it, and how it came to be so. One is in sight. */
class PanelTabs extends Div {

    private final Div bar = new Div();
    private final Map<Component, Push> tabs = new LinkedHashMap<>();

    PanelTabs(Desk desk) {
        bar.addClassName("tabs");
        bar.getElement().setAttribute("role", "tablist").setAttribute("aria-label", desk.say("panel.tabs"));
        add(bar);
    }

    /**
     * One more side; the first is in sight.
     *
     * @param onShown called each time that it comes into sight
     */
    PanelTabs side(String label, String testId, Component side, Runnable onShown) {
        var tab = Push.labelled(label, testId, _ -> {
            choose(side);
            onShown.run();
        });
        var id = "side-" + testId;
        side.setId(id);
        side.getElement().setAttribute("role", "tabpanel").setAttribute("aria-label", label);
        tab.getElement().setAttribute("role", "tab").setAttribute("aria-controls", id);
        tabs.put(side, tab);
        bar.add(tab);
        add(side);
        choose(tabs.keySet().iterator().next());
        return this;
    }

    boolean shows(Component side) {
        return side.isVisible();
    }

    void name(Component side, String label) {
        var tab = tabs.get(side);
        if (tab != null) {
            tab.setText(label);
        }
    }

    private void choose(Component chosen) {
        tabs.forEach((side, tab) -> {
            side.setVisible(side.equals(chosen));
            tab.getElement().setAttribute("aria-selected", Boolean.toString(side.equals(chosen)));
        });
    }
}
