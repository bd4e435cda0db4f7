package io.taskledger.query.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.taskledger.messages.Actor;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.query.Happenings;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.TaskOracle.Fields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whenever one asks for: a task is told as all that had been asked of it by then makes it, and no more. */
class AsOfLawTest {

    private final TaskHistoryLawTest history = new TaskHistoryLawTest();
    private final Happenings ledger = new Happenings(ReadSide::bean);

    /**
     * What a command left, or nothing once the task is deleted; from the first of its events, some microseconds before, to
     * the last, and where in the ledger that is.
     */
    private record Left(Optional<Fields> fields, Instant from, Instant at, long position) {

        boolean isUnderWay(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(at);
        }
    }

    /** What was before the ledger's first event cannot be asked. */
    @BeforeContainer
    static void something_happened_before() {
        var beginning = new CreateTask(TaskId.next(), null, "Before", null, Priority.LOW, null, null, List.of(), false);
        People.send(People.somebody(), beginning);
        new Happenings(ReadSide::bean).settle(Projection.TASKS);
    }

    /** Ten moments of each history: some microsecond from a moment before its first event until its last. */
    @Property
    void the_past_is_what_was_asked_until_then(
            @ForAll("beginnings") CreateTask beginning,
            @ForAll("histories") List<TaskCommand> commands,
            @ForAll("moments") List<Double> moments) {
        var ann = People.somebody();
        var task = TaskId.next();
        var left = asked(ann, task, beginning, commands);
        ledger.settle(Projection.HISTORY, Projection.TASKS, Projection.WORKSPACES, Projection.ACCOUNTS);

        var first = left.getFirst().at().minusMillis(1);
        var micros = ChronoUnit.MICROS.between(first, left.getLast().at());
        for (var moment : moments) {
            var at = first.plus(Math.round(moment * micros), ChronoUnit.MICROS);
            if (left.stream().anyMatch(one -> one.isUnderWay(at))) {
                continue;
            }
            assertThat(told(ann, new PastMoment.Happened(at)))
                    .as("at " + at)
                    .isEqualTo(until(left, one -> !one.at().isAfter(at)));
        }
        for (var one : left) {
            assertThat(told(ann, new PastMoment.Happened(one.at())))
                    .isEqualTo(until(left, other -> !other.at().isAfter(one.at())));
            assertThat(told(ann, new PastMoment.Position(one.position())))
                    .as("at position " + one.position())
                    .isEqualTo(one.fields());
        }
        assertThat(told(ann, new PastMoment.Happened(left.getLast().at())))
                .as("as of now")
                .isEqualTo(live(ann, task));
    }

    private static List<Left> asked(Actor actor, TaskId task, CreateTask beginning, List<TaskCommand> commands) {
        var oracle = new TaskOracle(TaskHistoryLawTest.of(task, beginning));
        People.send(actor, TaskHistoryLawTest.of(task, beginning));
        var left = new ArrayList<>(List.of(left(oracle, task, 0)));
        for (var command : commands) {
            if (oracle.takes(command)) {
                People.send(actor, TaskHistoryLawTest.of(task, command));
                left.add(left(oracle, task, left.getLast().position()));
            }
        }
        return left;
    }

    private static Left left(TaskOracle oracle, TaskId task, long before) {
        return ReadSide.bean(JdbcClient.class)
                .sql("""
                        select
                            coalesce(min(happened_at) filter (where position > :before), max(happened_at)) as since,
                            max(happened_at) as at, max(position) as position
                        from ledger.event where stream_id = :task
                        """)
                .param("task", task.text())
                .param("before", before)
                .query((row, _) -> new Left(
                        oracle.fields(),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("position")))
                .single();
    }

    private static Optional<Fields> until(List<Left> left, Predicate<Left> counts) {
        return left.stream().filter(counts).reduce((_, later) -> later).flatMap(Left::fields);
    }

    /** Of a person who has one task at most. */
    private Optional<Fields> told(Actor reader, PastMoment moment) {
        var query = new ListTasksAt(TaskFilter.everything(), TaskSort.by(TaskSort.Field.ID), moment, 0, 100);
        var page = ledger.page(reader, query, TaskDetails.class);
        assertThat(page.items()).hasSizeLessThanOrEqualTo(1).hasSize((int) page.total());
        return page.items().stream().findFirst().map(Fields::of);
    }

    private static Optional<Fields> live(Actor reader, TaskId task) {
        return ReadSide.bean(TaskQueries.class)
                .handle(new FindTask(task), reader)
                .map(Fields::of);
    }

    @Provide
    Arbitrary<List<Double>> moments() {
        return Arbitraries.doubles().between(0, 1).list().ofSize(10);
    }

    @Provide
    Arbitrary<CreateTask> beginnings() {
        return history.beginnings();
    }

    @Provide
    Arbitrary<List<TaskCommand>> histories() {
        return history.histories();
    }
}
