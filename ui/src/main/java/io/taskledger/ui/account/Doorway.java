package io.taskledger.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.HasAutocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import io.taskledger.ui.words.Reader;

/** What the pages before signing in share: the card in the middle and how its controls are made. */
final class Doorway {

    private Doorway() {}

    static void furnish(Main page, String title, Component... content) {
        var brand = new Div(new Span("Taskledger"));
        brand.addClassName("brand");
        var card = new Div(brand, new H1(title));
        card.addClassName("doorway-card");
        card.add(content);
        page.addClassName("doorway");
        page.add(card);
    }

    /** @param name under which the browser's own form sends the field */
    static <F extends Component & HasAutocomplete> F field(F field, String name, String testId, Autocomplete known) {
        field.getElement().setAttribute("name", name);
        field.getElement().setAttribute("data-testid", testId);
        field.setAutocomplete(known);
        return field;
    }

    /** For a password, which can be looked at. */
    static PasswordField secret(Reader reader, String key, String name, String testId, Autocomplete known) {
        var field = field(new PasswordField(reader.say(key)), name, testId, known);
        // The component has no other way to name the button in it.
        field.getElement().executeJs("this.i18n = {...this.i18n, reveal: $0}", reader.say("password.reveal"));
        return field;
    }

    /** A link that looks like the way on. */
    static Anchor way(String path, String label, String testId) {
        var link = new Anchor(path, label);
        link.getElement().setAttribute("data-testid", testId);
        link.addClassNames("button", "button-primary", "button-wide");
        return link;
    }

    static NativeButton submit(String label, String testId) {
        var button = new NativeButton(label);
        button.getElement().setAttribute("type", "submit");
        button.getElement().setAttribute("data-testid", testId);
        button.addClassNames("button", "button-primary", "button-wide");
        return button;
    }
}
