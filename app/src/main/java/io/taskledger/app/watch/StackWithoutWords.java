package io.taskledger.app.watch;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

import io.taskledger.query.projection.FailureText;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * A stack as classes and places. Exceptions' own words may quote what people wrote, which would outlive the key that
 * protects it; so only what {@link FailureText} knows to hold none is told.
 */
public final class StackWithoutWords implements StackTracePrinter {

    private static final int DEEPEST = 12;

    @Override
    public void printStackTrace(Throwable failure, Appendable out) throws IOException {
        var causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        var lead = "";
        for (var cause : causes) {
            out.append(lead).append(cause.getClass().getName()).append('\n');
            for (var frame : cause.getStackTrace()) {
                out.append("\tat ").append(frame.toString()).append('\n');
            }
            lead = "Caused by: ";
        }
        out.append("That is: ").append(FailureText.of(failure));
    }
}
