package io.taskledger.security.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.security.Acting;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.SessionAuthentication.Proof;
import io.taskledger.security.token.AccessCookie;
import io.taskledger.security.token.AccessTokens;
import io.taskledger.security.token.PersonalTokens;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Finds out who sends a program's request: by the bearer token (RFC 6750 §2.1, scheme in any case), else by the cookie.
 * A bad bearer is not made good by a cookie; another scheme is none of ours. Refuses nothing itself, since some paths
 * are open to strangers.
 */
final class TokenFilter extends OncePerRequestFilter {

    /** Request attribute: a token was there, and it was no good. */
    static final String REFUSED = TokenFilter.class.getName() + ".REFUSED";

    private static final String BEARER = "bearer";

    private final AccessTokens tokens;
    private final PersonalTokens personal;
    private final SecurityContextRepository contexts;
    private final HandlerExceptionResolver faults;

    /** @param faults words a failure of the database as any other of the API's */
    TokenFilter(
            AccessTokens tokens,
            PersonalTokens personal,
            SecurityContextRepository contexts,
            HandlerExceptionResolver faults) {
        this.tokens = tokens;
        this.personal = personal;
        this.contexts = contexts;
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var offered = offered(request);
            offered.flatMap(this::accepted).ifPresent(authentication -> signIn(authentication, request, response));
            request.setAttribute(
                    REFUSED, offered.isPresent() && Acting.signedIn().isEmpty());
        } catch (DataAccessException failed) {
            if (faults.resolveException(request, response, null, failed) == null) {
                throw failed;
            }
            return;
        }
        chain.doFilter(request, response);
    }

    /** A token that was made for a program has no business in a browser's cookie. */
    private Optional<SessionAuthentication> accepted(Offered offered) {
        if (offered.proof() == Proof.BEARER && offered.token().startsWith(PersonalTokens.PREFIX)) {
            return personal.read(offered.token());
        }
        return tokens.read(offered.token()).map(session -> new SessionAuthentication(session, offered.proof()));
    }

    private void signIn(
            SessionAuthentication authentication, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        // For the dispatches of an answer that is written later.
        contexts.saveContext(context, request, response);
    }

    private static Optional<Offered> offered(HttpServletRequest request) {
        return bearer(request)
                .map(token -> new Offered(token, Proof.BEARER))
                .or(() -> AccessCookie.of(request).map(token -> new Offered(token, Proof.COOKIE)));
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(header -> header.strip().split("\\s+", 2))
                .filter(parts -> BEARER.equalsIgnoreCase(parts[0]))
                .map(parts -> parts.length == 2 ? parts[1] : "");
    }

    private record Offered(String token, Proof proof) {}
}
