package io.taskledger.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import io.taskledger.messages.Changed;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.TablesInMemory;
import io.taskledger.query.task.TaskPartsStory.Part;
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
        SCHEDULE,
        COMPLETE,
        REOPEN,
        SHARE(Part.SHARES),
        COMMENT(Part.COMMENTS),
        FILE(Part.FILES),
        REMIND(Part.REMINDERS),
        ASSIGN(Part.ASSIGNEE),
        MOVE(Part.HOME),
        DELETE,
        RESTORE,
        PURGE;

        private final Part part;

        Deed() {
            this(null);
        }

        Deed(Part part) {
            this.part = part;
        }
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

    @Property(tries = 1_000)
    void no_event_makes_a_row_but_a_tasks_first_and_those_that_are_said_to(
            @ForAll("histories") List<Tuple2<Integer, Deed>> deeds) {
        var events = events(deeds);
        var makers = new TaskReadModel().tasksReadModel().partTypes();
        var ownRows = TaskProjection.FORMS.stream()
                .filter(form -> form.key().equals(form.stream()))
                .count();

        var most = events.stream()
                .map(FoldLawTest::storedType)
                .mapToLong(type -> type.equals("task.created") ? ownRows : makers.contains(type) ? 1 : 0)
                .sum();

        assertThat(fold(events).rows()).hasSizeLessThanOrEqualTo((int) most);
    }

    private static String storedType(TrackedEventMessage<?> event) {
        return event.getPayloadType().getAnnotation(StoredAs.class).value();
    }

    @Property(tries = 1_000)
    void what_was_purged_leaves_no_row_in_any_table(@ForAll("histories") List<Tuple2<Integer, Deed>> deeds) {
        var events = new ArrayList<>(events(deeds));
        var versions = new HashMap<TaskId, Long>();
        events.forEach(event -> versions.merge(((TaskEvent) event.getPayload()).taskId(), 0L, (n, none) -> n + 1));
        List.copyOf(versions.keySet()).forEach(task -> {
            if (events.stream().noneMatch(event -> event.getPayload().equals(new TaskPurged(task)))) {
                add(events, versions, task, new TaskPurged(task));
            }
        });

        assertThat(fold(events).rows()).isEmpty();
    }

    @Provide
    Arbitrary<List<Tuple2<Integer, Deed>>> histories() {
        var deed = Arbitraries.frequency(
                Tuple.of(3, Deed.RETITLE),
                Tuple.of(3, Deed.RETAG),
                Tuple.of(2, Deed.SCHEDULE),
                Tuple.of(2, Deed.COMPLETE),
                Tuple.of(2, Deed.REOPEN),
                Tuple.of(3, Deed.SHARE),
                Tuple.of(3, Deed.COMMENT),
                Tuple.of(2, Deed.FILE),
                Tuple.of(2, Deed.REMIND),
                Tuple.of(1, Deed.ASSIGN),
                Tuple.of(1, Deed.MOVE),
                Tuple.of(1, Deed.DELETE),
                Tuple.of(1, Deed.RESTORE),
                Tuple.of(1, Deed.PURGE));
        return Arbitraries.integers()
                .between(0, TASKS.size() - 1)
                .flatMap(task -> deed.map(one -> Tuple.of(task, one)))
                .list()
                .ofMaxSize(60);
    }

    /**
     * A task is there before something happens to it; in the trash nothing happens to it but that it comes out again, or
     * is purged; and after that nothing at all.
     */
    private static List<TrackedEventMessage<?>> events(List<Tuple2<Integer, Deed>> deeds) {
        var versions = new HashMap<TaskId, Long>();
        var trash = new HashSet<TaskId>();
        var gone = new HashSet<TaskId>();
        var parts = new TaskPartsStory();
        var events = new ArrayList<TrackedEventMessage<?>>();
        for (var deed : deeds) {
            var task = TASKS.get(deed.get1());
            var what = deed.get2();
            if (!versions.containsKey(task)) {
                add(events, versions, task, event(task, Deed.CREATE, deed.get1()));
            }
            var takesOut = what == Deed.RESTORE || what == Deed.PURGE;
            if (gone.contains(task) || takesOut != trash.contains(task)) {
                continue;
            }
            var event = what.part == null ? event(task, what, events.size()) : parts.next(task, what.part);
            add(events, versions, task, event);
            switch (what) {
                case DELETE -> trash.add(task);
                case RESTORE -> trash.remove(task);
                case PURGE -> gone.add(task);
                default -> {}
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
            // Of which the story of the reminders tells that somebody was told, and others.
            case SCHEDULE ->
                new TaskEdited(
                        task,
                        SUBJECT,
                        null,
                        null,
                        null,
                        new Changed<>(null, number % 3 == 0 ? null : LocalDate.of(2026, 3, 8 + number % 3)),
                        null,
                        null);
            case COMPLETE -> new TaskCompleted(task);
            case REOPEN -> new TaskReopened(task);
            case DELETE -> new TaskDeleted(task);
            case RESTORE -> new TaskRestored(task);
            case PURGE -> new TaskPurged(task);
            default -> throw new IllegalArgumentException("of a part: " + deed);
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
        private final TablesInMemory tables = new TablesInMemory(TaskProjection.FORMS);
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
            TaskProjection.FORMS.forEach(form -> add(form, all));
            return all;
        }

        private <E> void add(RowForm<E> form, Map<String, List<Object>> all) {
            tables.rows(form).all().forEach(row -> all.put(form.table() + "/" + form.keyOf(row), form.values(row)));
        }
    }
}
