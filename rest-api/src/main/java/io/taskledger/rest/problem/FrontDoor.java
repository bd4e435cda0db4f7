package io.taskledger.rest.problem;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what leads nowhere: an unknown path, a method that is not offered, a slash too many. The filter asks for
 * requests that security let through, the {@link ProblemEntryPoint} for the others: where a path leads comes before who
 * asks.
 */
@Component
@FilterRegistration(urlPatterns = {"/api", "/api/*"})
@Order(FrontDoor.BEHIND_SECURITY)
public class FrontDoor extends OncePerRequestFilter {

    /** Spring Security's filter chain is at -100; what it adds (CORS) must be on these answers too. */
    public static final int BEHIND_SECURITY = -50;

    private final Routes routes;
    private final ProblemWriter writer;

    FrontDoor(Routes routes, ProblemWriter writer) {
        this.routes = routes;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!turnsAway(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Whether the request leads nowhere; it is answered then. */
    boolean turnsAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI();
        try {
            if (leadsSomewhere(request)) {
                return false;
            }
            if (path.endsWith("/")) {
                moveTo(path.substring(0, path.length() - 1), request, response);
            } else {
                refuse(request, response, ProblemType.NOT_FOUND);
            }
        } catch (HttpRequestMethodNotSupportedException unsupported) {
            notOffered(unsupported.getSupportedHttpMethods(), request, response);
        }
        return true;
    }

    private boolean leadsSomewhere(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        try {
            return routes.find(withoutSpringsOwnMethods(request)) != null;
        } catch (HttpRequestMethodNotSupportedException unsupported) {
            throw unsupported;
        } catch (Exception unanswerable) {
            return true; // the dispatcher meets it again, and words it
        }
    }

    /** Spring answers HEAD and OPTIONS wherever there is a GET; the contract offers them as little as TRACE. */
    private static HttpServletRequest withoutSpringsOwnMethods(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "HEAD", "OPTIONS" ->
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getMethod() {
                        return "TRACE";
                    }
                };
            default -> request;
        };
    }

    private void notOffered(@Nullable Set<HttpMethod> offered, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (offered != null) {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    String.join(
                            ", ",
                            offered.stream().map(HttpMethod::name).sorted().toList()));
        }
        refuse(request, response, ProblemType.METHOD_NOT_ALLOWED);
    }

    private static void moveTo(String path, HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
        response.setHeader(HttpHeaders.LOCATION, query == null ? path : path + "?" + query);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        writer.write(request, response, Problem.of(type, type.title()));
    }
}
