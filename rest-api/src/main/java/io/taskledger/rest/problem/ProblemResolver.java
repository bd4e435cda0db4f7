package io.taskledger.rest.problem;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.rest.Api;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Whatever a request to the API throws is answered by a problem. Pages of the browser are left to others. */
final class ProblemResolver implements HandlerExceptionResolver {

    private final Faults faults;
    private final ProblemWriter writer;

    ProblemResolver(Faults faults, ProblemWriter writer) {
        this.faults = faults;
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!Api.covers(request.getRequestURI()) || isForSpringSecurity(fault)) {
            return null;
        }
        if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            return new ModelAndView(); // nobody is there to be told
        }
        try {
            writer.write(request, response, faults.problemFor(fault, request));
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean isForSpringSecurity(Exception fault) {
        return fault instanceof AccessDeniedException || fault instanceof AuthenticationException;
    }
}
