package io.taskledger.ui.settings;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.security.Scope;
import io.taskledger.security.token.PersonalTokens;
import io.taskledger.security.token.PersonalTokens.NewToken;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Refusals;

/** What a token is called, what it may do, and for how long. */
class NewTokenForm extends Div {

    private static final List<Integer> DAYS = List.of(7, 30, 90, 365);
    private static final int USUAL_DAYS = 90;

    private final SettingsDesk desk;
    private final PersonalTokens tokens;
    private final Consumer<NewToken> made;
    private final TextField name;
    private final CheckboxGroup<Scope> scopes;
    private final Select<Integer> days;
    private final Refusals refusals;

    /** @param made is given the token: the only time that its secret is there */
    NewTokenForm(SettingsDesk desk, PersonalTokens tokens, Consumer<NewToken> made) {
        this.desk = desk;
        this.tokens = tokens;
        this.made = made;
        addClassName("form");
        name = new TextField(desk.say("tokens.name"));
        name.setPlaceholder(desk.say("tokens.name.example"));
        name.setAutocomplete(Autocomplete.OFF);
        name.getElement().setAttribute("data-testid", "token-name");
        scopes = new CheckboxGroup<>(desk.say("tokens.scopes"));
        scopes.setItems(offered());
        scopes.setItemLabelGenerator(scope -> desk.say("scope." + scope.text().replace(':', '-')));
        scopes.setValue(Set.of(Scope.TASKS_READ));
        scopes.getElement().setAttribute("data-testid", "token-scopes");
        days = new Select<>();
        days.setLabel(desk.say("tokens.days"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(number -> desk.say("tokens.days.count", number));
        days.setValue(USUAL_DAYS);
        days.getElement().setAttribute("data-testid", "token-days");
        refusals =
                new Refusals(desk.reader(), "token-error").beside("name", name).beside("scopes", scopes);
        add(
                refusals,
                name,
                scopes,
                days,
                Push.labelled(desk.say("tokens.make"), "token-make", _ -> make())
                        .styled("button-primary"));
    }

    /** A token never may more than its person: who is no admin is not offered what admins may. */
    private EnumSet<Scope> offered() {
        var all = EnumSet.allOf(Scope.class);
        if (!desk.own().instanceAdmin()) {
            all.remove(Scope.ADMIN);
        }
        return all;
    }

    private void make() {
        refusals.done(() -> {
            var until = desk.reader().clock().instant().plus(Duration.ofDays(days.getValue()));
            var token = tokens.make(desk.me(), name.getValue(), scopes.getValue(), until);
            name.clear();
            made.accept(token);
        });
    }
}
