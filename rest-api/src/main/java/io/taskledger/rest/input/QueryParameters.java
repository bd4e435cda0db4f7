package io.taskledger.rest.input;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** The query part of an address, read like a {@link JsonBody}. Of a repeated parameter the last counts. */
public final class QueryParameters {

    private final HttpServletRequest request;
    private final List<InputProblem> problems = new ArrayList<>();

    QueryParameters(HttpServletRequest request) {
        this.request = request;
    }

    public <T> Given<T> optional(String name, Kind<T> kind) {
        var text = last(name);
        if (text == null) {
            return Given.absent();
        }
        try {
            return new Given<>(true, kind.parse(text));
        } catch (Misread misread) {
            problems.add(misread.in("query", name));
            return Given.absent();
        }
    }

    /** @throws InvalidInput with all that was wrong so far */
    public void enforce() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private @Nullable String last(String name) {
        try {
            var values = request.getParameterValues(name);
            return values == null ? null : values[values.length - 1];
        } catch (IllegalStateException undecodable) {
            // How Tomcat says that a percent escape is broken.
            throw new InvalidInput(
                    new InputProblem(List.of("query"), "Input should be percent-encoded UTF-8", "query_invalid"));
        }
    }
}
