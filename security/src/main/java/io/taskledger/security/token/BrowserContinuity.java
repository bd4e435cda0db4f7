package io.taskledger.security.token;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.messages.Via;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.SignedIn;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.SessionAuthentication.Proof;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Keeps people signed in whose browser comes to another node, or to the same one after a restart: what a node knows of a
 * browser is in its memory, the session is a row. The cookie goes as the browser is closed; it is no program's token, as
 * a program's is no browser's, and is worth nothing once the session has ended.
 */
public final class BrowserContinuity implements RememberMeServices, LogoutHandler {

    public static final String COOKIE = "taskledger_session";

    /** Whom the tokens in it are for. */
    static final String AUDIENCE = "taskledger-browser";

    private final AccessTokens tokens;
    private final SecuritySettings settings;

    /** @param tokens for {@value #AUDIENCE} alone */
    public BrowserContinuity(AccessTokens tokens, SecuritySettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** Who the browser's person is, though this node does not know the browser; null for nobody. */
    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        var offered = Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
        if (offered.isEmpty()) {
            return null;
        }
        var session = tokens.read(offered.get()).filter(one -> one.via() == Via.BROWSER);
        // Signed anew, since keys are not kept for as long as a browser's session lasts.
        set(response, session.map(tokens::issue));
        return session.map(one -> new SessionAuthentication(one, Proof.SIGN_IN)).orElse(null);
    }

    /** Believes {@link #autoLogin}, which has checked the session that it has found. */
    public AuthenticationProvider provider() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication found) {
                return found;
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return SessionAuthentication.class.isAssignableFrom(authentication);
            }
        };
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        if (signedIn.getPrincipal() instanceof SignedIn session) {
            set(response, Optional.of(tokens.issue(session)));
        }
    }

    /** A wrong password changes nothing for who is signed in. */
    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        set(response, Optional.empty());
    }

    private void set(HttpServletResponse response, Optional<String> token) {
        var cookie = ResponseCookie.from(COOKIE, token.orElse(""))
                .httpOnly(true)
                .secure(settings.secureCookies())
                .sameSite("Lax")
                .path("/");
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                (token.isPresent() ? cookie : cookie.maxAge(0)).build().toString());
    }
}
