package io.taskledger.query.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.Actor;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ReadTimeline;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.query.account.UserNames;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A task's whole history, read from its stream, so that it cannot miss anything. */
@Component
class TimelineQueries {

    private final TaskReading tasks;
    private final TaskScopes scopes;
    private final UserNames names;
    private final EventStore ledger;
    private final JdbcClient jdbc;

    TimelineQueries(TaskReading tasks, TaskScopes scopes, UserNames names, EventStore ledger, JdbcClient jdbc) {
        this.tasks = tasks;
        this.scopes = scopes;
        this.names = names;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    @QueryHandler
    List<TimelineEntry> handle(ReadTimeline query, Actor actor) {
        var visible = scopes.of(actor).visible().and(TaskScope.called(List.of(query.taskId())));
        return tasks.exists(visible) ? entries(query.taskId()) : List.of();
    }

    private List<TimelineEntry> entries(TaskId taskId) {
        var events = ledger.readEvents(taskId.text()).asStream().toList();
        var places = places(taskId);
        var actors = names.of(events.stream()
                .flatMap(event -> Stream.of(actor(event), other(event)))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return events.stream()
                .flatMap(
                        event -> Optional.ofNullable(places.get(event.getSequenceNumber()))
                                .map(place -> entry(event, place, actors))
                                .stream())
                .toList();
    }

    private static TimelineEntry entry(DomainEventMessage<?> event, Place place, Map<String, String> names) {
        var actor = actor(event);
        var other = other(event);
        var imported = event.getMetaData().get(MetadataKeys.IMPORTED_ACTOR) instanceof String name ? name : null;
        return new TimelineEntry(
                event.getIdentifier(),
                event.getSequenceNumber(),
                place.position(),
                event.getTimestamp(),
                place.recordedAt(),
                imported == null ? actor : null,
                imported == null && actor != null ? names.get(actor) : imported,
                via(event),
                event.getMetaData().get(MetadataKeys.ACTION_ID) instanceof String action ? action : null,
                other == null ? null : names.get(other),
                (TaskEvent) event.getPayload());
    }

    /** Where in the ledger the stream's events are, by sequence number. */
    private Map<Long, Place> places(TaskId taskId) {
        return jdbc
                .sql("""
                        select sequence_number, position, recorded_at
                        from ledger.event
                        where stream_id = :stream""")
                .param("stream", taskId.text())
                .query((row, index) -> new Place(
                        row.getLong("sequence_number"),
                        row.getLong("position"),
                        Timestamps.instant(row, "recorded_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Place::sequenceNumber, place -> place));
    }

    private static @Nullable String actor(DomainEventMessage<?> event) {
        return event.getMetaData().get(MetadataKeys.ACTOR) instanceof String actor ? actor : null;
    }

    /** Whom else it concerns. */
    private static @Nullable String other(DomainEventMessage<?> event) {
        var person = switch ((TaskEvent) event.getPayload()) {
            case TaskShared shared -> shared.with();
            case PermissionChanged changed -> changed.with();
            case ShareRevoked revoked -> revoked.with();
            case TaskLeft left -> left.who();
            case TaskAssigned assigned -> assigned.assignee().to();
            default -> null;
        };
        return person == null ? null : person.text();
    }

    private static @Nullable Via via(DomainEventMessage<?> event) {
        return event.getMetaData().get(MetadataKeys.VIA) instanceof String via ? Via.ofStored(via) : null;
    }

    private record Place(long sequenceNumber, long position, Instant recordedAt) {}
}
