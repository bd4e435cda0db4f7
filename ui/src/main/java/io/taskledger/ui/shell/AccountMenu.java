package io.taskledger.ui.shell;

import java.util.EnumMap;
import java.util.Map;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import io.taskledger.ui.account.AccountQuestions;
import io.taskledger.ui.account.Portrait;
import io.taskledger.ui.parts.Appearance;
import io.taskledger.ui.words.Reader;

/** Who one is, how the pages look, and the way out. */
class AccountMenu extends Div {

    private final Map<Appearance, MenuItem> appearances = new EnumMap<>(Appearance.class);

    AccountMenu(Reader reader, AccountQuestions questions, AuthenticationContext authentication) {
        var own = questions.own();
        var name = own.map(Portrait::name)
                .orElseGet(() -> Acting.signedIn().map(SignedIn::username).orElse(""));
        var avatar = new Portrait();
        own.ifPresentOrElse(avatar::show, () -> avatar.setName(name));
        // The menu that is hung on it opens on a click; the button itself has nothing to do.
        var button = new NativeButton();
        button.add(avatar);
        button.addClassName("account-button");
        button.setAriaLabel(reader.say("account.menu", name));
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-haspopup", "menu")
                .setAttribute("data-testid", "account-menu");
        add(button);
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_END);
        var who = new Span(name);
        who.addClassName("account-name");
        menu.addItem(who).setEnabled(false);
        menu.addItem(reader.say("settings.title"), _ -> UI.getCurrent().navigate("settings"))
                .getElement()
                .setAttribute("data-testid", "to-settings");
        menu.addSeparator();
        for (var appearance : Appearance.values()) {
            var item = menu.addItem(reader.say("appearance." + appearance.key()), _ -> choose(appearance));
            item.setCheckable(true);
            item.getElement().setAttribute("data-testid", "appearance-" + appearance.key());
            appearances.put(appearance, item);
        }
        // It may have been chosen elsewhere meanwhile.
        menu.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                Appearance.ask(this, this::mark);
            }
        });
        menu.addSeparator();
        menu.addItem(reader.say("help.title"), _ -> new HelpDialog(reader).open());
        // The framework's own call is a POST that carries the page's key.
        menu.addItem(reader.say("account.sign-out"), _ -> authentication.logout())
                .getElement()
                .setAttribute("data-testid", "sign-out");
    }

    private void choose(Appearance appearance) {
        appearance.choose(this);
        mark(appearance);
    }

    private void mark(Appearance chosen) {
        appearances.forEach((appearance, item) -> item.setChecked(appearance == chosen));
    }
}
