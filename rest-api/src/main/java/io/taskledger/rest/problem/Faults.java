package io.taskledger.rest.problem;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.exchange.ImportsBusy;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InputTooLarge;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.status.Heartbeat;
import io.taskledger.security.limit.RateLimited;
import io.taskledger.security.password.TooBusy;
import io.taskledger.storage.ContentRefused;
import io.taskledger.storage.StoreUnavailable;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.timeout.AxonTimeoutException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;

/** Which problem stands for an exception, whoever threw it. */
@Component
public class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int DEEPEST = 12;

    private final Heartbeat database;

    Faults(Heartbeat database) {
        this.database = database;
    }

    /** What is unforeseen is logged, once, under the request's id; nothing of it is told. */
    Problem problemFor(Throwable fault, HttpServletRequest request) {
        if (database.isOutOfRoom(fault)) {
            return Problem.of(
                    ProblemType.UNAVAILABLE,
                    "The database has no room left: nothing can be written until its operator makes some. Reading goes on.");
        }
        return refusal(fault).orElseGet(() -> database.isPassing(fault) ? unavailable() : unforeseen(fault, request));
    }

    /** The problem of what is refused or passing; empty for what nobody foresaw. */
    public static Optional<Problem> refusal(Throwable fault) {
        return causes(fault).flatMap(one -> foreseen(one).stream()).findFirst();
    }

    private static Optional<Problem> foreseen(Throwable fault) {
        return switch (fault) {
            case Refused refused -> Optional.of(refused.problem());
            case CommandRejected rejected -> Optional.of(RejectionProblems.wordsFor(rejected.rejection()));
            case InvalidInput invalid -> Optional.of(Problem.invalid(invalid.problems()));
            case ContentRefused refused -> Optional.of(FileProblems.wordsFor(refused.refusal()));
            case StoreUnavailable away -> Optional.of(storeAway(away));
            case RateLimited limited -> Optional.of(Problem.limited(limited));
            case InputTooLarge large ->
                Optional.of(Problem.of(ProblemType.TOO_LARGE, "A body may have at most " + large.limit() + " bytes"));
            case AggregateNotFoundException missing ->
                Optional.of(notFound(String.valueOf(missing.getAggregateIdentifier())));
            case ConcurrencyException _, AggregateStreamCreationException _ ->
                Optional.of(
                        Problem.of(ProblemType.CONFLICT, "Somebody else changed it at the same time. Please retry."));
            case TooBusy _,
                    ImportsBusy _,
                    TimeoutException _,
                    AxonTimeoutException _,
                    LockAcquisitionFailedException _,
                    TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _ -> Optional.of(unavailable());
            case ErrorResponse response -> standard(response.getStatusCode().value());
            case MultipartException _ ->
                Optional.of(Problem.invalid(List.of(new InputProblem(
                        List.of("body"), "Input should be well-formed multipart/form-data", "multipart_invalid"))));
            default -> Optional.empty();
        };
    }

    /** Only an operator can mend it: the message names the setting, and is for them alone. */
    private static Problem storeAway(StoreUnavailable away) {
        LOG.warn("{}", away.getMessage());
        return away.full()
                ? Problem.of(ProblemType.STORE_FULL, "There is no room left for files.")
                : Problem.of(ProblemType.UNAVAILABLE, "Files cannot be reached just now. Please retry.");
    }

    private static Problem unavailable() {
        return Problem.of(ProblemType.UNAVAILABLE, "This takes too long just now. Please retry.");
    }

    private static Problem notFound(String id) {
        return TaskId.parse(id)
                .map(task -> Problem.taskNotFound(task.text()))
                .orElseGet(() -> titled(ProblemType.NOT_FOUND));
    }

    /** What Spring itself refuses. */
    private static Optional<Problem> standard(int status) {
        return switch (status) {
            case 404 -> Optional.of(titled(ProblemType.NOT_FOUND));
            case 405 -> Optional.of(titled(ProblemType.METHOD_NOT_ALLOWED));
            case 413 -> Optional.of(titled(ProblemType.TOO_LARGE));
            case 503 -> Optional.of(titled(ProblemType.UNAVAILABLE));
            default -> status < 500 ? Optional.of(titled(ProblemType.BAD_REQUEST)) : Optional.empty();
        };
    }

    private static Problem titled(ProblemType type) {
        return Problem.of(type, type.title());
    }

    private static Problem unforeseen(Throwable fault, HttpServletRequest request) {
        var id = request.getRequestId();
        LOG.error("Unforeseen in request {}: {} {}", id, request.getMethod(), request.getRequestURI(), fault);
        return Problem.of(ProblemType.UNFORESEEN, "Something went wrong on our side. Its number is " + id + ".")
                .loggedAs(id);
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, one -> one != null, Throwable::getCause).limit(DEEPEST);
    }
}
