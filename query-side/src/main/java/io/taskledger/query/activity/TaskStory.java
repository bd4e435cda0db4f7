package io.taskledger.query.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.TablesInMemory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The entries of one task, told anew from its stream as the projection tells them: nothing can be missing, whatever state
 * the read model is in.
 */
@Component
class TaskStory {

    private final EventStore ledger;
    private final JdbcClient jdbc;

    TaskStory(EventStore ledger, JdbcClient jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<RecordedEntry> of(TaskId task) {
        var events = ledger.readEvents(task.text()).asStream().toList();
        var places = places(task);
        var tables = new TablesInMemory(ActivityReadModel.TABLES);
        var telling = new TaskActivity(tables);
        var recorded = new HashMap<Long, Instant>();
        for (DomainEventMessage<?> event : events) {
            // Appended since the places were read: the next reader's.
            var place = places.get(event.getSequenceNumber());
            if (place != null) {
                recorded.put(place.position(), place.recordedAt());
                var token = new GlobalSequenceTrackingToken(place.position());
                telling.on((TaskEvent) event.getPayload(), Occurrence.of(event, token));
            }
        }
        return tables.rows(ActivityEntity.FORM).all().stream()
                .map(ActivityEntity::told)
                .sorted(Comparator.comparingLong(ToldEntry::position))
                .map(entry -> new RecordedEntry(
                        entry, Objects.requireNonNull(recorded.get(entry.position()), "an entry has an event")))
                .toList();
    }

    /** Where in the ledger the stream's events are, by sequence number. */
    private Map<Long, Place> places(TaskId task) {
        var places = new HashMap<Long, Place>();
        jdbc.sql("select sequence_number, position, recorded_at from ledger.event where stream_id = :stream")
                .param("stream", task.text())
                .query(row -> {
                    places.put(
                            row.getLong("sequence_number"),
                            new Place(row.getLong("position"), Timestamps.instant(row, "recorded_at")));
                });
        return places;
    }

    private record Place(long position, Instant recordedAt) {}
}
