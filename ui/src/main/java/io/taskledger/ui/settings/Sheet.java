package io.taskledger.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.taskledger.ui.parts.Icon;

/** One part of the settings: a heading, and cards below it. */
class Sheet extends Section {

    protected final SettingsDesk desk;

    Sheet(SettingsDesk desk, SettingsPart part) {
        this.desk = desk;
        addClassName("sheet");
        getElement().setAttribute("data-testid", "sheet-" + part.key());
        add(new H2(desk.say(part.title())));
    }

    /** A card with a heading of its own. */
    protected Div card(String key, Component... content) {
        var card = card(content);
        card.addComponentAsFirst(new H3(desk.say(key)));
        return card;
    }

    protected Div card(Component... content) {
        var card = new Div(content);
        card.addClassName("card");
        add(card);
        return card;
    }

    protected Paragraph quiet(String key, Object... values) {
        var line = new Paragraph(desk.say(key, values));
        line.addClassName("quiet");
        return line;
    }

    /** In place of what the account that is everybody's must not do: why not. */
    protected Div reason() {
        var reason = new Div(new Icon("alert"), new Span(desk.say("rejection.account.demo-stays")));
        reason.addClassName("reason");
        reason.getElement().setAttribute("data-testid", "reason");
        return reason;
    }
}
