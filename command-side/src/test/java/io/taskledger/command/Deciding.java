package io.taskledger.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.taskledger.command.account.AccountNames;
import io.taskledger.command.account.AccountsOfMembers;
import io.taskledger.command.account.CommonAccounts;
import io.taskledger.command.account.Names;
import io.taskledger.command.once.OncePerKey;
import io.taskledger.command.task.ManyTasks;
import io.taskledger.command.workspace.Departures;
import io.taskledger.command.workspace.MembersAccounts;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.command.workspace.WorkspacesInLedger;
import io.taskledger.ledger.LateTransactions;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.ledger.command.AggregateCache;
import io.taskledger.ledger.command.ReloadingCommandBus;
import io.taskledger.ledger.command.StreamHeads;
import io.taskledger.ledger.idempotency.IdempotencyKeys;
import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.ledger.type.EventTypes;
import io.taskledger.ledger.type.NamedTypeSerializer;
import io.taskledger.ledger.type.StoredType;
import io.taskledger.messages.Events;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.StoredAs;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;

/** The command side on a real ledger, wired as the product is. */
public final class Deciding implements AutoCloseable {

    /** What the receipts' listener heard. */
    public record Heard(String actor, Object command, long position) {}

    private final LedgerEventStore store;
    private final Configuration axon;
    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());

    public Deciding(LedgerDatabase database) {
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(database.source()));
        var connections = new LateTransactions(
                transactions,
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database.source())),
                database.source()::getConnection,
                _ -> !TransactionSynchronizationManager.isActualTransactionActive());
        var serializer = serializer();
        var engine = LedgerEventStorageEngine.builder()
                .connectionProvider(connections)
                .dataSource(database.source())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .withoutSnapshots()
                .build();
        store = LedgerEventStore.builder().storageEngine(engine).build();
        var bus = new ReloadingCommandBus(
                SimpleCommandBus.builder().transactionManager(connections), new StreamHeads(connections));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(
                new SimpleCorrelationDataProvider(MetadataKeys.ACTOR, MetadataKeys.VIA, MetadataKeys.ACTION_ID)));
        var told = new ToldTime(Clock.systemUTC());
        GenericEventMessage.clock = told.clock();
        bus.registerHandlerInterceptor(told);
        bus.registerHandlerInterceptor(new OncePerKey(new IdempotencyKeys(connections)));
        bus.registerHandlerInterceptor(
                new Receipts((actor, command, position) -> heard.add(new Heard(actor, command, position))));
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(_ -> store)
                .configureCommandBus(_ -> bus)
                .configureTransactionManager(_ -> transactions);
        var cache = new AggregateCache(1_000);
        aggregates()
                .forEach(aggregate -> configurer.configureAggregate(
                        AggregateConfigurer.defaultConfiguration(aggregate).configureCache(_ -> cache)));
        var names = new AccountNames(new Reservations(connections), Names.READABLE);
        var workspaces = new WorkspacesInLedger(engine);
        var streams = new Streams(this::axon);
        configurer
                .registerComponent(AccountNames.class, _ -> names)
                .registerComponent(Workspaces.class, _ -> workspaces)
                .registerComponent(MembersAccounts.class, _ -> new AccountsOfMembers(names, streams, engine))
                .registerComponent(CommonAccounts.class, _ -> "demo"::equals)
                .registerComponent(Departures.class, _ -> new Departures(streams, workspaces))
                .registerCommandHandler(_ -> new ManyTasks(streams, workspaces));
        axon = configurer.start();
    }

    private Configuration axon() {
        return axon;
    }

    /** Found as the product finds them. */
    private static List<? extends Class<?>> aggregates() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        return scan.findCandidateComponents("io.taskledger.command").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .toList();
    }

    /** Sends it and gives the answer: a result, or what it failed with. */
    public CommandResultMessage<?> send(Object command, Map<String, ?> metaData) {
        var answer = new AtomicReference<CommandResultMessage<?>>();
        axon.commandBus()
                .dispatch(
                        GenericCommandMessage.asCommandMessage(command).andMetaData(metaData),
                        (_, result) -> answer.set(result));
        return answer.get();
    }

    public List<Heard> heard() {
        return heard;
    }

    @Override
    public void close() {
        axon.shutdown();
        store.close();
    }

    private static NamedTypeSerializer serializer() {
        var types = new HashMap<Class<?>, StoredType>();
        for (var event : Events.all()) {
            var stored = event.getAnnotation(StoredAs.class);
            types.put(event, new StoredType(stored.value(), stored.revision()));
        }
        return new NamedTypeSerializer(Jackson3Serializer.builder().build(), EventTypes.of(types));
    }
}
