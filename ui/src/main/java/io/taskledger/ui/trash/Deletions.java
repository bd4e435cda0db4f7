package io.taskledger.ui.trash;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.gateway.ScreenGateway;

/** By which action what is in the trash was deleted. */
record Deletions(ScreenGateway house) {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;

    /** Of what nobody says it, nothing. */
    Map<TaskId, ActionId> actions(Collection<TaskDetails> deleted) {
        var times = deleted.stream()
                .map(TaskDetails::deletedAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var actions = new HashMap<TaskId, ActionId>();
        if (times.isEmpty()) {
            return actions;
        }
        // The ledger is finer than what a row keeps.
        var filter = new ActivityFilter(
                "task",
                "deleted",
                null,
                times.getFirst().minusMillis(1),
                times.getLast().plusMillis(1));
        for (int page = 0; page < MOST_PAGES; page++) {
            var entries = read(filter, page);
            entries.forEach(entry -> put(actions, entry));
            if (entries.size() < PAGE) {
                break;
            }
        }
        return actions;
    }

    private List<Activity> read(ActivityFilter filter, int page) {
        return house.list(new ReadActivity(filter, PAGE, page * PAGE), Activity.class);
    }

    /** The newest comes first, and counts. */
    private static void put(Map<TaskId, ActionId> actions, Activity entry) {
        var task = entry.taskId();
        var action = entry.actionId();
        if (task != null && action != null) {
            actions.putIfAbsent(task, action);
        }
    }
}
