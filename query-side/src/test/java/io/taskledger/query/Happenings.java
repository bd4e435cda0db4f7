package io.taskledger.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Page;
import io.taskledger.messages.RunOf;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountEvent;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.query.projection.ProjectionProgress;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events in the ledger as if commands had led to them, a second after another, and what is told of them. */
public final class Happenings {

    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00.123456Z");

    private final Beans beans;
    private final Map<String, Long> versions = new HashMap<>();
    private long seconds;

    /** Where a node's beans are had from. */
    @FunctionalInterface
    public interface Beans {
        <T> T of(Class<T> type);
    }

    public Happenings(Beans beans) {
        this.beans = beans;
    }

    /** One action of a person. @return the id of its first event */
    public String by(Actor actor, Object... events) {
        var metadata = new HashMap<String, Object>(People.by(actor));
        metadata.put(MetadataKeys.ACTION_ID, ActionId.next().text());
        return publish(metadata, events);
    }

    /** Of an import by this person: of somebody whom the file calls so. */
    public String told(Actor importing, ActionId action, String name, Object... events) {
        var metadata = new HashMap<String, Object>();
        metadata.put(MetadataKeys.ACTOR, importing.userId().text());
        metadata.put(MetadataKeys.VIA, Via.IMPORT.stored());
        metadata.put(MetadataKeys.ACTION_ID, action.text());
        metadata.put(MetadataKeys.IMPORTED_ACTOR, name);
        return publish(metadata, events);
    }

    /** Without anybody having been signed in. */
    public String byItself(Object... events) {
        return publish(Map.of(MetadataKeys.VIA, "system"), events);
    }

    /** When the last of them happened. */
    public Instant now() {
        return BEGIN.plusSeconds(seconds);
    }

    /** Until these projections reflect everything. */
    public void settle(String... projections) {
        var head = beans.of(JdbcClient.class)
                .sql("select coalesce(max(position), 0) from ledger.event")
                .query(Long.class)
                .single();
        for (var projection : projections) {
            if (!beans.of(ProjectionProgress.class).await(projection, head, Duration.ofSeconds(30))) {
                throw new AssertionError(projection + " is not there yet");
            }
        }
    }

    public <T> List<T> list(Actor actor, Object query, Class<T> answer) {
        return beans.of(QueryGateway.class)
                .query(new GenericMessage<>(query, People.by(actor)), ResponseTypes.multipleInstancesOf(answer))
                .join();
    }

    public <T> T one(Actor actor, Object query, Class<T> answer) {
        return beans.of(QueryGateway.class)
                .query(new GenericMessage<>(query, People.by(actor)), ResponseTypes.optionalInstanceOf(answer))
                .join()
                .orElseThrow();
    }

    public <T> Page<T> page(Actor actor, Object query, Class<T> items) {
        return beans.of(QueryGateway.class)
                .query(new GenericMessage<>(query, People.by(actor)), RunOf.page(items))
                .join();
    }

    private String publish(Map<String, Object> metadata, Object... events) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        Arrays.stream(events).forEach(event -> messages.add(message(event, metadata)));
        beans.of(TransactionManager.class)
                .executeInTransaction(() -> beans.of(EventStore.class).publish(messages));
        return messages.getFirst().getIdentifier();
    }

    private DomainEventMessage<?> message(Object event, Map<String, Object> metadata) {
        seconds++;
        var stream = stream(event);
        var version = versions.merge(stream, 0L, (before, none) -> before + 1);
        return new GenericDomainEventMessage<>(
                type(event), stream, version, event, metadata, UUID.randomUUID().toString(), now());
    }

    private static String stream(Object event) {
        return switch (event) {
            case TaskEvent task -> task.taskId().text();
            case AccountEvent account -> account.userId().text();
            case WorkspaceEvent workspace -> workspace.workspaceId().text();
            default -> throw new IllegalArgumentException("of which stream is " + event);
        };
    }

    private static String type(Object event) {
        return switch (event) {
            case TaskEvent _ -> "task";
            case AccountEvent _ -> "account";
            default -> "workspace";
        };
    }
}
