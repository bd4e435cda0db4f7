package io.taskledger.ui.account;

import com.vaadin.flow.component.avatar.Avatar;
import io.taskledger.messages.account.AccountDetails;
import org.jspecify.annotations.Nullable;

/** Somebody's picture, or the letters of their name. The name stands beside it, so that nobody is read both. */
public final class Portrait extends Avatar {

    private static final int ENOUGH_TO_TELL_APART = 12;

    public Portrait() {
        getElement().setAttribute("aria-hidden", "true");
    }

    public Portrait show(AccountDetails account) {
        setName(name(account));
        setImage(address(account.userId().text(), account.picture()));
        return this;
    }

    /** What somebody is called. */
    public static String name(AccountDetails account) {
        return account.displayName() == null ? account.username() : account.displayName();
    }

    /** Another picture has another address, or browsers would go on showing the one before. */
    private static @Nullable String address(String user, @Nullable String picture) {
        return picture == null
                ? null
                : "api/v1/users/" + user + "/avatar.png?" + picture.substring(0, ENOUGH_TO_TELL_APART);
    }
}
