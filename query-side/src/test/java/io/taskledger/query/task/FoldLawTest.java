package io.taskledger.query.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.TablesInMemory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** What every fold of tasks keeps to, whatever the history: the laws that let a rebuild divide its work. */
class FoldLawTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<TaskId> TASKS = List.of(TaskId.next(), TaskId.next(), TaskId.next(), TaskId.next());
    private static final List<UserId> OWNERS = List.of(UserId.next(), UserId.next());

    private static final SubjectId SUBJECT = SubjectId.of(OWNERS.getFirst());

    private enum Deed {
        CREATE,
        RETITLE,
        RETAG,
        COMPLETE,
        REOPEN,
        DELETE
    }

    @Property(tries = 1_000)
    void a_fold_in_two_goes_is_the_fold_in_one(
            @ForAll("histories") List<Tuple2<Integer, Deed>> deeds, @ForAll int cut) {
        var events = events(deeds);
        var at = Math.floorMod(cut, events.size() + 1);
        var twice = new Fold();
        twice.on(events.subList(0, at));
        twice.on(events.subList(at, events.size()));

        assertThat(twice.rows()).isEqualTo(fold(events).rows());
    }

    @Property(tries = 1_000)
    void any_split_into_ranges_folds_to_the_same_rows(
            @ForAll("histories") List<Tuple2<Integer, Deed>> deeds, @ForAll List<Integer> cuts) {
        var events = events(deeds);
        var bounds = new TreeSet<Integer>(List.of(0, events.size()));
        cuts.forEach(cut -> bounds.add(Math.floorMod(cut, events.size() + 1)));
        var inRanges = new Fold();
        var from = 0;
        for (var to : bounds) {
            inRanges.on(events.subList(from, to));
            from = to;
        }

        assertThat(inRanges.rows()).isEqualTo(fold(events).rows());
    }

    @Property(tries = 1_000)
    void parts_by_stream_put_together_are_the_whole(
            @ForAll("histories") List<Tuple2<Integer, Deed>> deeds, @ForAll int seed) {
        var events = events(deeds);
        var together = new TreeMap<String, List<Object>>();
        for (int part = 0; part < 3; part++) {
            var own = part;
            var share = events.stream()
                    .filter(event -> Math.floorMod(stream(event).hashCode() ^ seed, 3) == own)
                    .toList();
            together.putAll(fold(share).rows());
        }

        assertThat(together).isEqualTo(fold(events).rows());
    }

    @Property(tries = 1_000)
    void an_event_delivered_twice_changes_nothing(@ForAll("histories") List<Tuple2<Integer, Deed>> deeds) {
        var events = events(deeds);
        var doubled = new ArrayList<TrackedEventMessage<?>>();
        for (var event : events) {
            doubled.add(event);
            doubled.add(event);
        }

        assertThat(fold(doubled).rows()).isEqualTo(fold(events).rows());
    }

    @Provide
    Arbitrary<List<Tuple2<Integer, Deed>>> histories() {
        var deed = Arbitraries.frequency(
                Tuple.of(3, Deed.RETITLE),
                Tuple.of(3, Deed.RETAG),
                Tuple.of(2, Deed.COMPLETE),
                Tuple.of(2, Deed.REOPEN),
                Tuple.of(1, Deed.DELETE));
        return Arbitraries.integers()
                .between(0, TASKS.size() - 1)
                .flatMap(task -> deed.map(one -> Tuple.of(task, one)))
                .list()
                .ofMaxSize(40);
    }

    /** A task is there before something happens to it, and nothing happens to it once it is gone. */
    private static List<TrackedEventMessage<?>> events(List<Tuple2<Integer, Deed>> deeds) {
        var versions = new HashMap<TaskId, Long>();
        var gone = new TreeSet<String>();
        var events = new ArrayList<TrackedEventMessage<?>>();
        for (var deed : deeds) {
            var task = TASKS.get(deed.get1());
            if (!versions.containsKey(task)) {
                add(events, versions, task, event(task, Deed.CREATE, deed.get1()));
            }
            if (!gone.contains(task.text())) {
                add(events, versions, task, event(task, deed.get2(), events.size()));
            }
            if (deed.get2() == Deed.DELETE) {
                gone.add(task.text());
            }
        }
        return events;
    }

    private static void add(
            List<TrackedEventMessage<?>> events, Map<TaskId, Long> versions, TaskId task, TaskEvent event) {
        var version = versions.merge(task, 0L, (before, none) -> before + 1);
        var position = events.size() + 1L;
        events.add(new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(
                        "task",
                        task.text(),
                        version,
                        event,
                        Map.of(),
                        UUID.randomUUID().toString(),
                        BEGIN.plusSeconds(position))));
    }

    private static TaskEvent event(TaskId task, Deed deed, int number) {
        return switch (deed) {
            case CREATE ->
                new TaskCreated(
                        task,
                        OWNERS.get(number % 2),
                        null,
                        "Task " + number,
                        null,
                        Priority.LOW,
                        null,
                        null,
                        List.of());
            case RETITLE ->
                new TaskEdited(task, SUBJECT, new Changed<>("?", "Title " + number), null, null, null, null, null);
            case RETAG ->
                new TaskEdited(
                        task, SUBJECT, null, null, null, null, null, new Changed<>(List.of(), List.of("t" + number)));
            case COMPLETE -> new TaskCompleted(task);
            case REOPEN -> new TaskReopened(task);
            case DELETE -> new TaskDeleted(task);
        };
    }

    private static String stream(TrackedEventMessage<?> event) {
        return ((TaskEvent) event.getPayload()).taskId().text();
    }

    private static Fold fold(List<TrackedEventMessage<?>> events) {
        var fold = new Fold();
        fold.on(events);
        return fold;
    }

    private static final class Fold {
        private final TablesInMemory tables = new TablesInMemory(List.of(TaskEntity.FORM));
        private final AnnotationEventHandlerAdapter handlers =
                new AnnotationEventHandlerAdapter(new TaskProjection(tables));

        void on(List<TrackedEventMessage<?>> events) {
            for (var event : events) {
                try {
                    handlers.handle(event);
                } catch (Exception failed) {
                    throw new AssertionError(failed);
                }
            }
        }

        Map<String, List<Object>> rows() {
            var all = new TreeMap<String, List<Object>>();
            tables.rows(TaskEntity.FORM)
                    .all()
                    .forEach(row -> all.put(TaskEntity.FORM.keyOf(row), TaskEntity.FORM.values(row)));
            return all;
        }
    }
}
