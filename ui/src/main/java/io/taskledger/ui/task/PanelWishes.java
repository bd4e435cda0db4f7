package io.taskledger.ui.task;

import java.util.Optional;
import java.util.function.LongConsumer;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.history.TaskHistory;

/** What can be done about an entry of a task's history. */
record PanelWishes(Desk desk, Optional<TaskId> task, LongConsumer look, Runnable onChange)
        implements TaskHistory.Wishes {

    @Override
    public void takeBack(ActionId action) {
        desk.takeBack().revert(action);
        onChange.run();
    }

    @Override
    public void lookAt(long version) {
        look.accept(version);
    }

    @Override
    public String addressOf(long version) {
        return task.map(one -> TaskNavigation.toVersion(one, version)).orElse("");
    }
}
