package io.taskledger.rest.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers whom the API knows but does not let in, as from an origin that is not allowed. */
@Component
@Qualifier("api")
public class ProblemAccessDenied implements AccessDeniedHandler {

    private final ProblemWriter writer;

    ProblemAccessDenied(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        writer.write(request, response, Problem.of(ProblemType.UNAUTHORIZED_ACCESS, "This is not permitted"));
    }
}
