package io.taskledger.query.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projections;
import io.taskledger.query.task.Delivery.Event;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.axonframework.eventsourcing.eventstore.EventStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a person asks for in whatever order: the row is what was asked for. */
class TaskHistoryLawTest {

    private static final TaskId ANY = TaskId.next();

    private final TaskQueries queries = ReadSide.bean(TaskQueries.class);

    /** Decided, stored, projected while it runs; then from the ledger once more, each event twice. */
    @Property
    void a_row_is_what_its_history_of_commands_says(
            @ForAll("beginnings") CreateTask beginning, @ForAll("histories") List<TaskCommand> history) {
        var ann = People.somebody();
        var task = TaskId.next();
        var oracle = new TaskOracle(of(task, beginning));
        var position = People.send(ann, of(task, beginning));
        for (var command : history) {
            if (oracle.takes(command)) {
                position = Math.max(position, People.send(ann, of(task, command)));
            }
        }
        Projections.await(position);
        var live = row(task, ann);

        assertThat(live.map(TaskOracle.Fields::of)).isEqualTo(oracle.fields());

        var delivery = new Delivery();
        var events = stored(task);
        events.forEach(delivery::deliver);
        assertThat(row(task, ann)).as("delivered again").isEqualTo(live);
        delivery.forget(task);
        events.forEach(delivery::deliverTwice);
        assertThat(row(task, ann)).as("folded anew, each event twice").isEqualTo(live);
    }

    @Provide
    Arbitrary<CreateTask> beginnings() {
        return Combinators.combine(titles(), texts(), Arbitraries.of(Priority.class), days(), times(), tags(), flags())
                .as((title, text, priority, day, time, tags, done) ->
                        new CreateTask(ANY, null, title, text, priority, day, day == null ? null : time, tags, done));
    }

    @Provide
    Arbitrary<List<TaskCommand>> histories() {
        Arbitrary<TaskCommand> command = Arbitraries.frequencyOf(
                Tuple.of(6, edits().map(edit -> new EditTask(ANY, edit))),
                Tuple.of(3, Arbitraries.create(() -> new CompleteTask(ANY))),
                Tuple.of(3, Arbitraries.create(() -> new ReopenTask(ANY))),
                Tuple.of(1, Arbitraries.create(() -> new DeleteTask(ANY))));
        return command.list().ofMaxSize(12);
    }

    private static Arbitrary<TaskEdit> edits() {
        Arbitrary<TaskEdit> one = Arbitraries.oneOf(
                titles().map(TaskEdit.nothing()::title),
                texts().map(TaskEdit.nothing()::description),
                Arbitraries.of(Priority.class).map(TaskEdit.nothing()::priority),
                days().map(TaskEdit.nothing()::dueDate),
                Combinators.combine(days(), times())
                        .as((day, time) -> TaskEdit.nothing().dueDate(day).dueTime(time)),
                times().map(TaskEdit.nothing()::dueTime),
                tags().map(TaskEdit.nothing()::tags));
        return Combinators.combine(one, flags(), flags()).as((edit, also, done) -> also ? edit.completed(done) : edit);
    }

    private static Arbitrary<String> titles() {
        return Arbitraries.of("a", "b", " a ", "Ünï 🌱", "'; drop table task; --", "\\", "100%");
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of("", "a", "b\n\tc", "🌱").injectNull(.3);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.of(LocalDate.of(1, 1, 1), LocalDate.of(2026, 3, 1), LocalDate.of(9999, 12, 31))
                .injectNull(.3);
    }

    private static Arbitrary<LocalTime> times() {
        return Arbitraries.of(LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.of(23, 59, 59))
                .injectNull(.3);
    }

    private static Arbitrary<List<String>> tags() {
        return Arbitraries.of("", "a", "b", "a,b", "{\"").list().ofMaxSize(3);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    private Optional<TaskDetails> row(TaskId task, Actor owner) {
        return queries.handle(new FindTask(task), owner);
    }

    private static List<Event> stored(TaskId task) {
        var positions = new TaskPositions().of(task);
        var events = new ArrayList<Event>();
        ReadSide.bean(EventStore.class)
                .readEvents(task.text())
                .asStream()
                .forEach(message -> events.add(new Event(positions.get(events.size()), message)));
        return events;
    }

    /** The same command for the task of this try. */
    static TaskCommand of(TaskId task, TaskCommand command) {
        return switch (command) {
            case CreateTask(
                    var ignored,
                    var home,
                    var title,
                    var text,
                    var priority,
                    var day,
                    var time,
                    var tags,
                    var done,
                    var whose) -> new CreateTask(task, home, title, text, priority, day, time, tags, done, whose);
            case EditTask(var ignored, var edit, var basedOn) -> new EditTask(task, edit, basedOn);
            case CompleteTask ignored -> new CompleteTask(task);
            case ReopenTask ignored -> new ReopenTask(task);
            case DeleteTask ignored -> new DeleteTask(task);
            default -> throw new IllegalArgumentException("the oracle knows nothing of " + command);
        };
    }
}
