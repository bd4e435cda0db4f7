package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.words.LostRace;
import org.springframework.stereotype.Component;

/** Does the same to many tasks, to each for itself, as one action that is told and undone as one. */
@Component
public class BulkActions {

    private final ScreenGateway house;

    BulkActions(ScreenGateway house) {
        this.house = house;
    }

    /**
     * What became of it.
     *
     * @param action what it is undone by
     * @param refusals one for each task that it was not done to
     */
    record Outcome(ActionId action, int done, List<Rejection> refusals) {}

    /** @param command empty where nothing can be asked of a task, since somebody was faster */
    Outcome each(Collection<TaskId> tasks, Function<TaskId, Optional<TaskCommand>> command) {
        var action = ActionId.next();
        var refusals = new ArrayList<Rejection>();
        for (var task : tasks) {
            house.send(() -> command.apply(task).orElseThrow(BulkActions::overtaken), action)
                    .ifPresent(refusals::add);
        }
        return new Outcome(action, tasks.size() - refusals.size(), refusals);
    }

    private static CommandRejected overtaken() {
        return new CommandRejected(new LostRace());
    }
}
