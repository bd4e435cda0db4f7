package io.taskledger.ui.task;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;

/** In which order the tasks of a list stand, also those read before whose rows went; but for those folded away. */
final class RowOrder {

    private final ListReading reading;
    private final Headings headings;

    RowOrder(ListReading reading, Headings headings) {
        this.reading = reading;
        this.headings = headings;
    }

    List<TaskId> tasks() {
        return Stream.of(reading.above(headings::unfolded), headings.inSight(), reading.below(headings::unfolded))
                .flatMap(tasks -> tasks)
                .toList();
    }

    /** The one after it, else the one before it. */
    Optional<TaskId> beside(TaskId task) {
        var order = tasks();
        var at = order.indexOf(task);
        if (at < 0 || order.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(order.get(at + 1 < order.size() ? at + 1 : at - 1));
    }

    /** How many rows were above those on the screen. */
    int rowsAbove() {
        return Math.toIntExact(reading.above(headings::unfolded).count());
    }

    /** How many headings were above those on the screen. */
    int headingsAbove() {
        return Math.toIntExact(reading.countAbove().keySet().stream()
                .filter(group -> !group.heading().isEmpty() && !headings.show(group))
                .count());
    }

    /** Whether a task that came from elsewhere falls within the rows on the screen. */
    boolean includes(TaskDetails task, Comparator<TaskDetails> order) {
        var first = reading.above() == 0
                ? Optional.<TaskDetails>empty()
                : headings.inOrder().min(order);
        var last = reading.afterLast().isEmpty()
                ? Optional.<TaskDetails>empty()
                : headings.inOrder().max(order);
        return first.filter(one -> order.compare(task, one) < 0).isEmpty()
                && last.filter(one -> order.compare(task, one) > 0).isEmpty();
    }
}
