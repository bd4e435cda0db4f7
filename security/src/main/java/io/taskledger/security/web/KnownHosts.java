package io.taskledger.security.web;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers under the names that the operator gave, and under no other: a page elsewhere may have its own name lead here (DNS
 * rebinding), and then counts as ours for the browser. 421 is what a server says that is not meant (RFC 9110 §15.5.20).
 */
public final class KnownHosts extends OncePerRequestFilter {

    /** What machines look after others by, and by whatever address; it says next to nothing. */
    private static final Set<String> SIGNS_OF_LIFE = Set.of("/health", "/ready", "/alive", "/api/v1/health");

    private final Set<String> hosts;

    /** @param hosts names or addresses without a port; IPv6 in brackets */
    public KnownHosts(Collection<String> hosts) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isKnown(request.getServerName()) || SIGNS_OF_LIFE.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        // Not sendError: its page is dispatched through the filters again.
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setHeader("Content-Security-Policy", EdgeHeaders.NOTHING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().println("Nothing is served under this name; TASKLEDGER_HOSTS says under which.");
    }

    private boolean isKnown(String host) {
        return hosts.contains(host.toLowerCase(Locale.ROOT));
    }
}
