package io.taskledger.ui.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Page;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.RunOf;
import io.taskledger.ui.words.LostRace;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Axon's gateways in the words of a screen. Who asks is added on the way. */
@Component
public class ScreenGateway {

    private final CommandGateway commands;
    private final QueryGateway queries;

    ScreenGateway(CommandGateway commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /**
     * Answers why it was refused, or nothing once it is done. Commands refuse bad fields when they are made: so they are
     * made here, where a refusal is an answer.
     */
    public Optional<Rejection> send(Supplier<?> command) {
        return ask(() -> commands.sendAndWait(command.get()));
    }

    /** The same as a part of one action, which is told and undone as one. */
    public Optional<Rejection> send(Supplier<?> command, ActionId action) {
        return ask(() -> commands.sendAndWait(GenericCommandMessage.asCommandMessage(command.get())
                .andMetaData(Map.of(MetadataKeys.ACTION_ID, action.text()))));
    }

    /** For queries that are answered by an {@code Optional}. */
    public <T> Optional<T> find(Object query, Class<T> answer) {
        return queries.query(query, ResponseTypes.optionalInstanceOf(answer)).join();
    }

    /** For queries that are answered by a {@code List}. */
    public <T> List<T> list(Object query, Class<T> answer) {
        return queries.query(query, ResponseTypes.multipleInstancesOf(answer)).join();
    }

    /** For queries that are answered by a {@link Page} of {@code answer}. */
    public <T> Page<T> page(Object query, Class<T> answer) {
        return queries.query(query, RunOf.page(answer)).join();
    }

    private static Optional<Rejection> ask(Runnable sending) {
        try {
            sending.run();
            return Optional.empty();
        } catch (CommandRejected rejected) {
            return Optional.of(rejected.rejection());
        } catch (ConcurrencyException overtaken) {
            return Optional.of(new LostRace());
        }
    }
}
