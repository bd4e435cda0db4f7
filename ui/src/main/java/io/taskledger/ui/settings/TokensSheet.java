package io.taskledger.ui.settings;

import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.security.token.PersonalTokens;
import io.taskledger.security.token.PersonalTokens.NewToken;
import io.taskledger.security.token.TokenDetails;
import io.taskledger.ui.parts.Asking;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Push;

/** Tokens for programs: a new one, shown this once, and those that there are. */
class TokensSheet extends Sheet {

    private final PersonalTokens tokens;
    private final UnorderedList list = new UnorderedList();
    private final Div made = new Div();
    private final Div none;

    TokensSheet(SettingsDesk desk, PersonalTokens tokens) {
        super(desk, SettingsPart.TOKENS);
        this.tokens = tokens;
        list.addClassName("things");
        list.getElement().setAttribute("data-testid", "tokens");
        none = new Div(quiet("tokens.none"));
        made.getElement().setAttribute("role", "status");
        add(made);
        card("tokens.new", quiet("tokens.how"), new NewTokenForm(desk, tokens, this::made));
        card("tokens.yours", none, list);
        look();
    }

    private void look() {
        list.removeAll();
        var all = tokens.list(desk.me());
        all.forEach(token -> list.add(item(token)));
        none.setVisible(all.isEmpty());
    }

    private void made(NewToken token) {
        made.removeAll();
        made.add(new ShownOnce(desk, token, made::removeAll));
        look();
    }

    private ListItem item(TokenDetails token) {
        var name = new Span(token.name());
        name.addClassName("thing-name");
        var scopes = new Span(token.scopes().stream()
                .sorted()
                .map(scope -> desk.say("scope." + scope.text().replace(':', '-')))
                .collect(Collectors.joining(" · ")));
        var calendar = desk.calendar();
        var used = token.lastUsedAt().equals(token.createdAt())
                ? desk.say("tokens.never-used")
                : desk.say("sessions.used", calendar.when(token.lastUsedAt()));
        var facts = new Div(scopes, new Span(used), new Span(desk.say("tokens.until", calendar.when(token.until()))));
        facts.addClassName("thing-facts");
        var words = new Div(name, facts);
        words.addClassName("thing-words");
        var item = new ListItem(
                words,
                Push.labelled(desk.say("tokens.revoke"), "token-revoke", _ -> ask(token))
                        .described(desk.say("tokens.revoke.of", token.name())));
        item.getElement().setAttribute("data-testid", "token");
        return item;
    }

    private void ask(TokenDetails token) {
        Asking.before(desk.reader(), "tokens.revoking", () -> revoke(token), token.name());
    }

    private void revoke(TokenDetails token) {
        tokens.revoke(desk.me(), token.id());
        Notice.told(desk.say("tokens.revoked", token.name()));
        look();
    }
}
