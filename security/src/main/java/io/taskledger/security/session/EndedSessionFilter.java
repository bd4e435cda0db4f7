package io.taskledger.security.session;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** For the browser's chain: who was signed out elsewhere, or whose time is up, is a stranger from the next request on. */
public final class EndedSessionFilter extends OncePerRequestFilter {

    private static final int SECONDS_TO_NEXT_ATTEMPT = 5;

    private final LivingSessions sessions;

    public EndedSessionFilter(LivingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (Acting.signedIn().filter(this::ended).isPresent()) {
                SecurityContextHolder.clearContext();
                var browserSession = request.getSession(false);
                if (browserSession != null) {
                    browserSession.invalidate();
                }
            }
        } catch (DataAccessException away) {
            // Nobody can tell just now; nor could anything be shown.
            response.setIntHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_NEXT_ATTEMPT);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean ended(SignedIn signedIn) {
        return sessions.alive(signedIn.sessionId()).isEmpty();
    }
}
