package io.taskledger.security.web;

import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.SessionAuthentication.Proof;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * The contract knows no CSRF token: a request that changes something and is proved by a cookie alone must come from an
 * allowed page, since a browser adds the cookie whichever page asks.
 */
final class CookieOrigin implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Origins origins;
    private final boolean unsaidIsAllowed;

    private CookieOrigin(Origins origins, boolean unsaidIsAllowed) {
        this.origins = origins;
        this.unsaidIsAllowed = unsaidIsAllowed;
    }

    static CookieOrigin mustBeAllowed(Origins origins) {
        return new CookieOrigin(origins, false);
    }

    /** For signing out: programs that keep cookies say no origin, browsers always do. */
    static CookieOrigin mustNotBeForeign(Origins origins) {
        return new CookieOrigin(origins, true);
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(
                CHANGES_NOTHING.contains(request.getMethod()) || !byCookie(authentication.get()) || allowed(request));
    }

    private boolean allowed(HttpServletRequest request) {
        return origins.allow(request) || (unsaidIsAllowed && request.getHeader(HttpHeaders.ORIGIN) == null);
    }

    private static boolean byCookie(@Nullable Authentication authentication) {
        return authentication instanceof SessionAuthentication session && session.proof() == Proof.COOKIE;
    }
}
