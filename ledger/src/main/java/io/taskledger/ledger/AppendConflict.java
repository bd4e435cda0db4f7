package io.taskledger.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Tells a lost race for a place in a stream from other failures. By SQL state (PostgreSQL 18, appendix A) and the quoted
 * names and values of the message, which are the same in every language of the server.
 */
public final class AppendConflict implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK_DETECTED = "40P01";
    private static final String STREAM_SEQUENCE = "\"event_stream_sequence_key\"";

    /** Whether another event has this one's place in its stream. */
    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return sqlCause(exception)
                .filter(cause -> UNIQUE_VIOLATION.equals(cause.getSQLState()))
                .filter(cause -> message(cause).contains(STREAM_SEQUENCE))
                .isPresent();
    }

    /** Whether PostgreSQL ended the transaction in favour of another one. */
    static boolean isVictim(Exception exception) {
        return sqlCause(exception)
                .map(SQLException::getSQLState)
                .filter(state -> state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK_DETECTED))
                .isPresent();
    }

    /** The event that the failure is about, as far as the server tells; else the first. */
    static EventMessage<?> culprit(Exception exception, List<? extends EventMessage<?>> events) {
        String told = sqlCause(exception).map(AppendConflict::message).orElse("");
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> inStream && told.contains(key(inStream))) {
                return event;
            }
        }
        return events.getFirst();
    }

    private static String key(DomainEventMessage<?> event) {
        return "=(%s, %d)".formatted(event.getAggregateIdentifier(), event.getSequenceNumber());
    }

    private static String message(SQLException exception) {
        String message = exception.getMessage();
        return message == null ? "" : message;
    }

    private static Optional<SQLException> sqlCause(@Nullable Throwable exception) {
        Throwable cause = exception;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable((SQLException) cause);
    }
}
