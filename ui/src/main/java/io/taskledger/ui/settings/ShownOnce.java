package io.taskledger.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.security.token.PersonalTokens.NewToken;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Push;

/** A new token's secret, until it is put away: then nobody can be told it again. */
class ShownOnce extends Div {

    ShownOnce(SettingsDesk desk, NewToken token, Runnable putAway) {
        addClassNames("card", "shown-once");
        getElement().setAttribute("data-testid", "shown-once");
        var secret = new TextField(desk.say("tokens.secret"));
        secret.setValue(token.secret());
        secret.setReadOnly(true);
        secret.setAutoselect(true);
        secret.getElement().setAttribute("data-testid", "token-secret");
        var copy = Push.labelled(desk.say("tokens.copy"), "token-copy", _ -> Notice.told(desk.say("tokens.copied")))
                .styled("button-primary");
        // Browsers let a page write there only while they handle the click itself, and on safe origins.
        copy.getElement()
                .executeJs("this.addEventListener('click', () => navigator.clipboard?.writeText($0))", token.secret());
        var line = new Div(secret, copy);
        line.addClassName("secret-line");
        add(
                new H3(desk.say("tokens.made", token.details().name())),
                new Paragraph(desk.say("tokens.made.next")),
                line,
                Push.labelled(desk.say("tokens.put-away"), "token-put-away", _ -> putAway.run()));
        secret.focus();
    }
}
