package io.taskledger.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tells a lost race for a place in a stream from other failures.
 * SQL states: PostgreSQL 18, appendix A.
 */
public final class AppendConflict implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK_DETECTED = "40P01";
    private static final String STREAM_SEQUENCE = "event_stream_sequence_key";

    /** Whether another event has this one's place in its stream. */
    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return postgres(exception)
                .filter(found -> UNIQUE_VIOLATION.equals(found.getSQLState()))
                .map(PSQLException::getServerErrorMessage)
                .map(ServerErrorMessage::getConstraint)
                .filter(STREAM_SEQUENCE::equals)
                .isPresent();
    }

    /** Whether PostgreSQL ended the transaction in favour of another one. */
    static boolean isVictim(Exception exception) {
        return postgres(exception)
                .map(SQLException::getSQLState)
                .filter(state -> state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK_DETECTED))
                .isPresent();
    }

    /** The event that the failure is about, as far as the server tells; else the first. */
    static EventMessage<?> culprit(Exception exception, List<? extends EventMessage<?>> events) {
        String detail = postgres(exception)
                .map(PSQLException::getServerErrorMessage)
                .map(ServerErrorMessage::getDetail)
                .orElse("");
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> inStream && detail.contains(key(inStream))) {
                return event;
            }
        }
        return events.getFirst();
    }

    /** The key's values as a unique violation's detail gives them, in any language of the server. */
    private static String key(DomainEventMessage<?> event) {
        return "=(%s, %d)".formatted(event.getAggregateIdentifier(), event.getSequenceNumber());
    }

    private static Optional<PSQLException> postgres(@Nullable Throwable exception) {
        Throwable cause = exception;
        while (cause != null && !(cause instanceof PSQLException)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable((PSQLException) cause);
    }
}
