package io.taskledger.ui.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.taskledger.messages.Via;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.task.TaskId;

/**
 * Where a player stops: what was done at once, by one action or at one instant.
 *
 * @param steps at least one
 */
record Stop(List<TaskStep> steps) {

    Stop {
        steps = List.copyOf(steps);
    }

    /** When all of it was done. */
    Instant at() {
        return steps.getLast().deed().at();
    }

    Set<TaskId> tasks() {
        var tasks = new HashSet<TaskId>();
        steps.forEach(step -> tasks.add(step.taskId()));
        return tasks;
    }

    static List<Stop> of(List<TaskStep> steps) {
        var stops = new ArrayList<Stop>();
        var together = new ArrayList<TaskStep>();
        for (var step : steps) {
            if (!together.isEmpty() && !atOnce(together.getLast(), step)) {
                stops.add(new Stop(together));
                together.clear();
            }
            together.add(step);
        }
        if (!together.isEmpty()) {
            stops.add(new Stop(together));
        }
        return stops;
    }

    /** What an import tells of was never done at once, though it came in one action. */
    private static boolean atOnce(TaskStep one, TaskStep next) {
        if (one.deed().at().equals(next.deed().at())) {
            return true;
        }
        return one.deed().via() != Via.IMPORT
                && one.deed().actionId() != null
                && Objects.equals(one.deed().actionId(), next.deed().actionId());
    }
}
