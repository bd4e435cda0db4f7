package io.taskledger.rest.scope;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.taskledger.rest.problem.FrontDoor;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.ProblemWriter;
import io.taskledger.rest.problem.Routes;
import io.taskledger.security.Scope;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.SessionAuthentication.Proof;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;

/**
 * Holds programs to what their tokens were made for. An operation that does not say what it is about is closed to them. Comes
 * before answers that are kept for repeated requests: those are the person's, whoever asks.
 */
@Component
@FilterRegistration(urlPatterns = {"/api", "/api/*"})
@Order(FrontDoor.BEHIND_SECURITY + 1)
class ScopeDoor extends OncePerRequestFilter {

    private final Routes routes;
    private final ProblemWriter writer;

    ScopeDoor(Routes routes, ProblemWriter writer) {
        this.routes = routes;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SessionAuthentication program
                && program.proof() == Proof.PERSONAL_TOKEN
                && !isOpen(request)) {
            var needed = routes.handlerOf(request)
                    .flatMap(Realm::of)
                    .orElse(Realm.PERSON)
                    .needed(request.getMethod());
            if (needed.isEmpty() || !program.scopes().containsAll(needed)) {
                refuse(request, response, text(needed));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Whether it is for everybody, with or without an account. */
    private boolean isOpen(HttpServletRequest request) {
        return routes.handlerOf(request).filter(ScopeDoor::isOpen).isPresent();
    }

    static boolean isOpen(HandlerMethod operation) {
        return AnnotatedElementUtils.hasAnnotation(operation.getMethod(), SecurityRequirements.class)
                || AnnotatedElementUtils.hasAnnotation(operation.getBeanType(), SecurityRequirements.class);
    }

    /** As RFC 6750 §3.1 has it. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, String needed) throws IOException {
        var challenge = "Bearer error=\"insufficient_scope\"";
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, needed.isEmpty() ? challenge : challenge + ", scope=\"" + needed + "\"");
        writer.write(
                request,
                response,
                Problem.of(
                        ProblemType.INSUFFICIENT_SCOPE,
                        needed.isEmpty()
                                ? "No token may do this: sign in for it"
                                : "The token needs the scope " + needed));
    }

    private static String text(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
