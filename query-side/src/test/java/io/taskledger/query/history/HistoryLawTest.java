package io.taskledger.query.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.ReminderEvent.ReminderRemoved;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.TablesInMemory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to a task, its versions tell all of it, each for as long as it held. */
class HistoryLawTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00.123456Z");
    private static final UserId ANN = UserId.next();
    private static final TaskId TASK = TaskId.next();
    private static final WorkspaceId TEAM = WorkspaceId.next();
    private static final CommentId COMMENT = CommentId.next(TASK);
    private static final SubjectId OWN = SubjectId.of(ANN);

    /** What the latest version's row has of its texts. */
    private static final Set<String> OF_TEXTS = Set.of("subject", "tags", "title", "folded");

    /** An event, and how long after the one before it; the position of the next is farther by as much. */
    record Step(TaskEvent event, int pause) {}

    /** A version with its range, as its row tells it. */
    private record Ranged(long version, Map<String, Object> row) {
        Object of(String column) {
            return row.get(column);
        }
    }

    @Property(tries = 300)
    void versions_follow_each_other_without_gap_or_overlap(@ForAll("histories") List<Step> steps) {
        var versions = versions(folded(steps, 1));

        assertThat(versions).extracting(Ranged::version).doesNotHaveDuplicates().hasSize(steps.size() + 1);
        assertThat(versions.getFirst().version()).isZero();
        for (int index = 1; index < versions.size(); index++) {
            var before = versions.get(index - 1);
            var next = versions.get(index);
            assertThat(next.version()).isEqualTo(before.version() + 1);
            assertThat(before.of("until_position")).isEqualTo(next.of("position"));
            assertThat(before.of("until_at")).isEqualTo(next.of("happened_at"));
        }
        assertThat(versions.getLast().row()).doesNotContainKey("until_at");
    }

    @Property(tries = 300)
    void each_version_is_what_its_events_made_of_the_task(@ForAll("histories") List<Step> steps) {
        var whole = folded(steps, 1);
        var versions = versions(whole);

        for (int many = 0; many <= steps.size(); many++) {
            var part = folded(steps.subList(0, many), 1);
            var then = versions(part).getLast();
            var told = versions.get(many);
            assertThat(told.row()).as("after " + many + " events").containsAllEntriesOf(state(then));
            assertThat(texts(whole, told)).isEqualTo(texts(part, then));
            assertThat(then.row())
                    .containsEntry("began", versions.getFirst().of("position"))
                    .containsAllEntriesOf(some(texts(part, then), OF_TEXTS::contains));
        }
    }

    /** Without what only the latest version's row tells. */
    private static Map<String, Object> state(Ranged latest) {
        return some(latest.row(), key -> !key.equals("began") && !OF_TEXTS.contains(key));
    }

    private static Map<String, Object> some(Map<String, Object> row, Predicate<String> columns) {
        var some = new java.util.TreeMap<>(row);
        some.keySet().removeIf(columns.negate());
        return some;
    }

    @Property(tries = 100)
    void each_event_delivered_twice_makes_the_same_rows(@ForAll("histories") List<Step> steps) {
        assertThat(rows(folded(steps, 2))).isEqualTo(rows(folded(steps, 1)));
    }

    @Property(tries = 50)
    void of_a_purged_task_nothing_is_left(@ForAll("histories") List<Step> steps) {
        var all = new ArrayList<>(steps);
        all.add(new Step(new TaskDeleted(TASK), 1));
        all.add(new Step(new TaskPurged(TASK), 1));

        assertThat(rows(folded(all, 1))).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var events = Arbitraries.oneOf(
                Arbitraries.of("a", "Ünï 🌱", "").map(text -> edited(text, null, null)),
                Arbitraries.of("b", "").injectNull(.3).map(text -> edited(null, new Changed<>("x", text), null)),
                Arbitraries.of("b", "a").list().ofMaxSize(2).map(tags -> edited(null, null, tags)),
                Arbitraries.of(Priority.class).map(HistoryLawTest::ranked),
                Arbitraries.of(home(1), home(2)).map(to -> new TaskMoved(TASK, new Changed<>(home(1), to))),
                Arbitraries.of(home(1), TaskHome.inboxOf(ANN, TASK)).map(HistoryLawTest::transferred),
                Arbitraries.of(ANN).injectNull(.5).map(who -> new TaskAssigned(TASK, new Changed<>(null, who))),
                Arbitraries.of(
                        new TaskCompleted(TASK),
                        new TaskReopened(TASK),
                        new TaskDeleted(TASK),
                        new TaskRestored(TASK),
                        new TaskShared(TASK, ANN, Permission.EDIT),
                        new TaskLeft(TASK, ANN),
                        new CommentAdded(TASK, COMMENT, ANN, "said", List.of()),
                        new CommentDeleted(TASK, COMMENT, ANN, "said"),
                        new ReminderRemoved(TASK, ReminderId.next(TASK), ANN),
                        new VersionNamed(TASK, OWN, 0, new Changed<>(null, "first")),
                        new VersionNamed(TASK, OWN, 0, new Changed<>("first", null))));
        // No pause: what one command does happens at one time.
        return events.flatMap(event -> Arbitraries.integers().between(0, 3).map(pause -> new Step(event, pause)))
                .list()
                .ofMaxSize(15);
    }

    private static TaskEvent edited(String title, Changed<String> description, List<String> tags) {
        return new TaskEdited(
                TASK,
                OWN,
                title == null ? null : new Changed<>("", title),
                description,
                null,
                null,
                null,
                tags == null ? null : new Changed<>(List.of(), tags));
    }

    private static TaskEvent ranked(Priority priority) {
        var day = priority == Priority.LOW ? null : LocalDate.of(2026, 3, priority.rank());
        return new TaskEdited(
                TASK,
                OWN,
                null,
                null,
                new Changed<>(Priority.LOW, priority),
                new Changed<>(null, day),
                new Changed<>(null, null),
                null);
    }

    private static TaskEvent transferred(TaskHome to) {
        return new TaskTransferred(TASK, to.subject(ANN), new Changed<>(home(2), to), "T", null, List.of("t"));
    }

    private static TaskHome home(int place) {
        return new TaskHome(TEAM, ListId.firstOf(TEAM), Place.numbered(place));
    }

    private static TablesInMemory folded(List<Step> steps, int times) {
        var tables = new TablesInMemory(HistoryProjection.TABLES);
        var projection = new HistoryProjection(tables);
        var at = BEGIN;
        var position = 1L;
        var version = 0L;
        var created = new TaskCreated(TASK, ANN, null, "Task", null, Priority.LOW, null, null, List.of("a", "b", "a"));
        for (var step :
                Stream.concat(Stream.of(new Step(created, 0)), steps.stream()).toList()) {
            at = at.plusMillis(step.pause());
            position += 1 + step.pause();
            var message = message(step.event(), version++, at);
            for (int time = 0; time < times; time++) {
                projection.on(step.event(), message, new GlobalSequenceTrackingToken(position));
            }
        }
        return tables;
    }

    private static DomainEventMessage<?> message(TaskEvent event, long version, Instant at) {
        var id = UUID.nameUUIDFromBytes(new byte[] {(byte) version}).toString();
        return new GenericDomainEventMessage<>("task", TASK.text(), version, event, Map.of(), id, at);
    }

    private static List<Ranged> versions(TablesInMemory tables) {
        return Stream.concat(
                        ranged(LatestVersionEntity.FORM, tables).stream(),
                        ranged(PastVersionEntity.FORM, tables).stream())
                .sorted(Comparator.comparingLong(Ranged::version))
                .toList();
    }

    private static <E extends TaskState> List<Ranged> ranged(RowForm<E> form, TablesInMemory tables) {
        return tables.rows(form).all().stream()
                .map(row -> new Ranged(row.version(), named(form, row)))
                .toList();
    }

    private static Map<String, Object> texts(TablesInMemory tables, Ranged version) {
        return tables.rows(VersionTextsEntity.FORM)
                .find(String.valueOf(version.of("wording")))
                .map(row -> named(VersionTextsEntity.FORM, row))
                .orElseThrow();
    }

    private static <E> Map<String, Object> named(RowForm<E> form, E row) {
        var named = new java.util.TreeMap<String, Object>();
        form.columns().forEach(column -> named.put(column.name(), column.value().apply(row)));
        return named;
    }

    private static List<String> rows(TablesInMemory tables) {
        return HistoryProjection.TABLES.stream()
                .flatMap(form -> rows(form, tables))
                .sorted()
                .toList();
    }

    private static <E> Stream<String> rows(RowForm<E> form, TablesInMemory tables) {
        return tables.rows(form).all().stream().map(row -> named(form, row).toString());
    }
}
