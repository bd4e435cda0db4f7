package io.taskledger.query.projection;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.messaging.deadletter.ThrowableCause;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What may be stored, shown and logged of a failure in a handler. Its message may hold what the event held (a title, a row
 * that PostgreSQL refused), which would outlive the key that protects it; so only what is known to hold none is told:
 * our own {@link WithoutContent}, PostgreSQL's names of things, else the place in the code.
 */
public final class FailureText {

    private static final String OURS = "io.taskledger.";
    private static final int DEEPEST = 12;

    private FailureText() {}

    /** A class's name and what is known of the failure, in a line. */
    public static String of(Throwable failure) {
        var cause = telling(failure);
        var known = known(cause);
        var type = cause instanceof ThrowableCause told
                ? simple(told.type())
                : simple(cause.getClass().getName());
        return known.isEmpty() ? type : type + ": " + known;
    }

    /** The same as Axon keeps it with a dead letter, with the stack that led there. */
    public static ThrowableCause cause(Throwable failure) {
        var cause = telling(failure);
        if (cause instanceof ThrowableCause told) {
            return told;
        }
        var told = new ThrowableCause(cause.getClass().getName(), known(cause));
        told.setStackTrace(cause.getStackTrace());
        return told;
    }

    /** The first that can be told of, else the one that all began with. */
    private static Throwable telling(Throwable failure) {
        var chain = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        return chain.stream()
                .filter(one ->
                        one instanceof WithoutContent || one instanceof ThrowableCause || one instanceof SQLException)
                .findFirst()
                .orElse(chain.getLast());
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case ThrowableCause told -> told.message();
            case WithoutContent _ -> String.valueOf(cause.getMessage());
            case PSQLException refused
            when refused.getServerErrorMessage() != null -> named(refused.getServerErrorMessage());
            case SQLException sql -> "SQLSTATE " + sql.getSQLState();
            default -> place(cause).map(frame -> "at " + frame).orElse("");
        };
    }

    /** PostgreSQL's message may quote a value, these never do. */
    private static String named(ServerErrorMessage refusal) {
        var names = Stream.of(refusal.getSchema(), refusal.getTable(), refusal.getColumn(), refusal.getConstraint())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return ("SQLSTATE " + refusal.getSQLState() + " " + names).strip();
    }

    private static Optional<StackTraceElement> place(Throwable cause) {
        return List.of(cause.getStackTrace()).stream()
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
