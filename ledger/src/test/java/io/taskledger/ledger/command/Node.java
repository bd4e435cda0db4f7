package io.taskledger.ledger.command;

import java.util.concurrent.atomic.AtomicReference;

import io.taskledger.ledger.LateTransactions;
import io.taskledger.ledger.LedgerDatabase;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.ledger.Transactions;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** A node of the product with a cache of its own, wired as the product is. */
final class Node implements AutoCloseable {

    private final AggregateCache cache = new AggregateCache(100);
    private final Transactions transactions;
    private final LedgerEventStore store;
    private final Configuration configuration;

    Node(LedgerDatabase database) {
        transactions = new Transactions(database.pool());
        LateTransactions late = new LateTransactions(
                transactions,
                transactions,
                database.pool()::getConnection,
                message -> message instanceof CommandMessage);
        LedgerEventStorageEngine engine =
                database.engine(late, Door.serializer()).build();
        store = LedgerEventStore.builder().storageEngine(engine).build();
        CommandBus bus =
                new ReloadingCommandBus(SimpleCommandBus.builder().transactionManager(late), new StreamHeads(late));
        configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(_ -> store)
                .configureCommandBus(_ -> bus)
                .configureTransactionManager(_ -> transactions)
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(Door.class).configureCache(_ -> cache))
                .registerComponent(Door.Doors.class, found -> new Door.Doors(() -> found.repository(Door.class)))
                .start();
    }

    AggregateCache cache() {
        return cache;
    }

    CommandResultMessage<?> send(Object command) {
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        configuration
                .commandBus()
                .dispatch(GenericCommandMessage.asCommandMessage(command), (_, result) -> answer.set(result));
        return answer.get();
    }

    /** Does it as the handler of an event does: in that event's unit of work. */
    void onEvent(Runnable reaction) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("something"));
        unitOfWork.attachTransaction(transactions);
        unitOfWork.execute(reaction);
    }

    @Override
    public void close() {
        configuration.shutdown();
        store.close();
    }
}
