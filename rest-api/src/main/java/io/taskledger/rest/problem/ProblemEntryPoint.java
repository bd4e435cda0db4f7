package io.taskledger.rest.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.rest.input.InputTooLarge;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.JsonBodies;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Answers whom the API does not know. Before that come, as the contract orders it, where the request leads and whether
 * its body is JSON at all.
 */
@Component
@Qualifier("api")
public class ProblemEntryPoint implements AuthenticationEntryPoint {

    private final FrontDoor door;
    private final JsonBodies bodies;
    private final Faults faults;
    private final ProblemWriter writer;

    ProblemEntryPoint(FrontDoor door, JsonBodies bodies, Faults faults, ProblemWriter writer) {
        this.door = door;
        this.bodies = bodies;
        this.faults = faults;
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (door.turnsAway(request, response)) {
            return;
        }
        try {
            bodies.requireWellFormed(request);
            writer.write(request, response, Problem.of(ProblemType.NOT_AUTHENTICATED, words(reason)));
        } catch (InvalidInput | InputTooLarge first) {
            writer.write(request, response, faults.problemFor(first, request));
        }
    }

    private static String words(AuthenticationException reason) {
        return switch (reason) {
            case InsufficientAuthenticationException _ -> "Not authenticated";
            case UsernameNotFoundException _ -> "User not found";
            default -> "Invalid or expired token";
        };
    }
}
