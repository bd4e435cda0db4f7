package io.taskledger.rest.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem, within the dispatcher or before it. */
@Component
public class ProblemWriter {

    private static final String SECONDS_UNTIL_RETRY = "2";

    /** Somebody has to make some. */
    private static final String SECONDS_UNTIL_ROOM = "30";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        var body = json.writeValueAsBytes(problem.at(request.getRequestURI()));
        response.resetBuffer();
        // Not sendError: that would go on to the error page, which is the browser's.
        response.setStatus(problem.status());
        if (problem.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter()));
        }
        switch (HttpStatus.valueOf(problem.status())) {
            case UNAUTHORIZED -> response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case SERVICE_UNAVAILABLE -> response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY);
            case INSUFFICIENT_STORAGE -> response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_ROOM);
            default -> {}
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
