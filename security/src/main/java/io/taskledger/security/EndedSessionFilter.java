package io.taskledger.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** For the browser's chain: who was signed out elsewhere, or whose time is up, is a stranger from the next request on. */
public final class EndedSessionFilter extends OncePerRequestFilter {

    private final LivingSessions sessions;

    public EndedSessionFilter(LivingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Acting.signedIn().filter(this::ended).isPresent()) {
            SecurityContextHolder.clearContext();
            var browserSession = request.getSession(false);
            if (browserSession != null) {
                browserSession.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean ended(SignedIn signedIn) {
        return sessions.alive(signedIn.sessionId()).isEmpty();
    }
}
