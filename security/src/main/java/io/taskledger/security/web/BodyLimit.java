package io.taskledger.security.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes what a page of the browser's sends only up to a size, since Vaadin reads it into memory as a whole, also of who has
 * not signed in. Files and the API have limits of their own. Browsers say how long it is; who does not is no browser.
 */
public final class BodyLimit extends OncePerRequestFilter {

    /** Far more than any form of ours can hold. */
    static final long MOST_BYTES = 2L << 20;

    private static final String API = "/api/";
    private static final String UPLOADS = "/VAADIN/dynamic/";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith(API) || path.startsWith(UPLOADS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            refuse(response, HttpStatus.LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setHeader("Content-Security-Policy", EdgeHeaders.NOTHING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        // What is not read would have to be before the next request.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.getWriter().println(status.getReasonPhrase());
    }
}
