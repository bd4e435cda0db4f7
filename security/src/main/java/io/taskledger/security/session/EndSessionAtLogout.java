package io.taskledger.security.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.security.Accounts;
import io.taskledger.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Ends the account's session when the browser's does. */
public final class EndSessionAtLogout implements LogoutHandler {

    private final Accounts accounts;

    public EndSessionAtLogout(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            accounts.signOut(signedIn.sessionId());
        }
    }
}
