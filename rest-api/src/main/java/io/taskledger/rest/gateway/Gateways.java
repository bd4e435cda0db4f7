package io.taskledger.rest.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Page;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.RunOf;
import io.taskledger.messages.Slice;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.once.KeyedRequest;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends commands and queries into the house. A position that the client sent along is waited for, so that a node shows
 * what another one has written.
 */
@Component
public class Gateways {

    /** On answers to writes: the ledger position that they reached. On reads: the position to wait for. */
    public static final String POSITION = "Taskledger-Position";

    /** On answers that do not show the newest yet: {@code true}. */
    public static final String STALE = "Taskledger-Stale";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int PATIENCE_SECONDS = 30;

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final HttpServletRequest request;

    /** @param request stands for the request of the calling thread */
    Gateways(CommandGateway commands, QueryGateway queries, HttpServletRequest request) {
        this.commands = commands;
        this.queries = queries;
        this.request = request;
    }

    /**
     * Waits until the command is committed. Under the request's idempotency key, if it has one: what was done under it
     * before is not done again, and the receipt is of what was done then.
     *
     * @throws io.taskledger.messages.CommandRejected where it was refused
     */
    public Receipt send(Object command) {
        return send(command, Map.of());
    }

    /** @param more metadata for the command, beside the request's own */
    public Receipt send(Object command, Map<String, ?> more) {
        var keyed = KeyedRequest.of(request);
        var message = GenericCommandMessage.asCommandMessage(command)
                .andMetaData(more)
                .andMetaData(keyed.map(KeyedRequest::nextCommand).orElse(Map.of()));
        Receipt receipt = commands.sendAndWait(message, PATIENCE_SECONDS, TimeUnit.SECONDS);
        keyed.ifPresent(one -> one.heard(receipt));
        return receipt;
    }

    /**
     * Of a request that looks itself what is still to be done: the first command takes its key, so that the answer is kept,
     * and none is held back for it. Begun anew after a crash it goes on where it stopped, in whatever order.
     */
    public Receipt sendAnyway(Object command, Map<String, ?> more) {
        var first = KeyedRequest.of(request).filter(keyed -> !keyed.asked());
        if (first.isPresent()) {
            var receipt = send(command, more);
            if (!receipt.repeated()) {
                return receipt;
            }
        }
        return commands.sendAndWait(
                GenericCommandMessage.asCommandMessage(command).andMetaData(more), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for a command that is about the request and no part of what it asked for: its key has nothing to do with it. */
    public void sendApart(Object command) {
        commands.sendAndWait(command, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * The same for commands whose answer tells nothing.
     *
     * @throws io.taskledger.messages.CommandRejected where it was refused
     */
    public void order(Object command) {
        commands.<@Nullable Object>sendAndWait(command, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** For queries that are answered by an {@code Optional}. */
    public <T> Optional<T> find(Object query, Class<T> answer) {
        return ask(query, ResponseTypes.optionalInstanceOf(answer), requested());
    }

    /** The same, after a write of this request. */
    public <T> Optional<T> find(Object query, Class<T> answer, Receipt after) {
        return ask(query, ResponseTypes.optionalInstanceOf(answer), Math.max(requested(), after.position()));
    }

    /** For queries that are answered by a {@code List}. */
    public <T> List<T> list(Object query, Class<T> answer) {
        return ask(query, ResponseTypes.multipleInstancesOf(answer), requested());
    }

    /** The same, after a write of this request. */
    public <T> List<T> list(Object query, Class<T> answer, Receipt after) {
        return ask(query, ResponseTypes.multipleInstancesOf(answer), Math.max(requested(), after.position()));
    }

    /** For queries that are answered by a {@link Page} of {@code answer}. */
    public <T> Page<T> page(Object query, Class<T> answer) {
        return ask(query, RunOf.page(answer), requested());
    }

    /** For queries that are answered by a {@link Slice} of {@code answer}. */
    public <T> Slice<T> slice(Object query, Class<T> answer) {
        return ask(query, RunOf.slice(answer), requested());
    }

    /** For queries that are answered by a {@code Long}. */
    public long count(Object query) {
        return ask(query, ResponseTypes.instanceOf(Long.class), requested());
    }

    /** The ledger's last position. */
    public long head() {
        return find(new FindAsOf(null), AsOf.class).orElseThrow().position();
    }

    private <R> R ask(Object query, ResponseType<R> type, long position) {
        var metadata = position > 0 ? Map.of(MetadataKeys.AWAIT_POSITION, position) : Map.<String, Object>of();
        try {
            return queries.query(new GenericMessage<>(query, metadata), type)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private long requested() {
        var header = request.getHeader(POSITION);
        if (header == null) {
            return 0;
        }
        if (!NUMBER.matcher(header).matches()) {
            throw new InvalidInput(new InputProblem(
                    List.of("header", POSITION), "Input should be a ledger position: a whole number", "int_parsing"));
        }
        return Long.parseLong(header);
    }
}
