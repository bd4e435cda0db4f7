package io.taskledger.rest.problem;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.rest.Api;
import org.springframework.context.annotation.Primary;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers an address that Spring Security's firewall does not even look at, such as one with an encoded slash: nothing
 * of ours is there. Primary, since the answer of the security module has no words.
 */
@Component
@Primary
class UnreadableAddresses implements RequestRejectedHandler {

    private final RequestRejectedHandler others = new HttpStatusRequestRejectedHandler();
    private final ProblemWriter writer;

    UnreadableAddresses(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
            throws IOException, ServletException {
        if (Api.covers(request.getRequestURI())) {
            var type = ProblemType.NOT_FOUND;
            writer.write(request, response, Problem.of(type, type.title()));
        } else {
            others.handle(request, response, reason);
        }
    }
}
