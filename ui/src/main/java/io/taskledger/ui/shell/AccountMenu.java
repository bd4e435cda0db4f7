package io.taskledger.ui.shell;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import io.taskledger.ui.words.Reader;

/** Who one is, how the pages look, and the way out. */
class AccountMenu extends Div {

    /** Kept by the browser, so that it is known before anybody has signed in. */
    enum Appearance {
        SYSTEM,
        LIGHT,
        DARK;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Appearance, MenuItem> appearances = new EnumMap<>(Appearance.class);

    AccountMenu(Reader reader, AuthenticationContext authentication) {
        var name = Acting.signedIn().map(SignedIn::username).orElse("");
        var avatar = new Avatar(name);
        avatar.getElement().setAttribute("aria-hidden", "true");
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
        menu.addSeparator();
        for (var appearance : Appearance.values()) {
            var item = menu.addItem(reader.say("appearance." + appearance.key()), _ -> choose(appearance));
            item.setCheckable(true);
            item.getElement().setAttribute("data-testid", "appearance-" + appearance.key());
            appearances.put(appearance, item);
        }
        menu.addSeparator();
        menu.addItem(reader.say("help.title"), _ -> new HelpDialog(reader).open());
        // The framework's own call is a POST that carries the page's key.
        menu.addItem(reader.say("account.sign-out"), _ -> authentication.logout())
                .getElement()
                .setAttribute("data-testid", "sign-out");
    }

    private void choose(Appearance appearance) {
        getElement().executeJs("window.taskledger.appearance($0)", appearance.key());
        mark(appearance.key());
    }

    private void mark(String key) {
        appearances.forEach(
                (appearance, item) -> item.setChecked(appearance.key().equals(key)));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("return window.taskledger.appearance()").then(String.class, this::mark);
    }
}
