package io.taskledger.ui.task;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import io.taskledger.messages.task.TaskId;

/** Where things are: every link to a list or a task is made here. */
public final class TaskNavigation {

    private TaskNavigation() {}

    public static String toList(Shown shown) {
        return new Location(shown.which().path(), shown.parameters()).getPathWithQueryParameters();
    }

    /** The task beside the list that it was found in. */
    public static String toTask(TaskId task, Shown shown) {
        return new Location("tasks/" + task.text(), shown.parametersWithin()).getPathWithQueryParameters();
    }

    public static void openList(Shown shown) {
        UI.getCurrent().navigate(shown.which().path(), shown.parameters());
    }

    static void openTask(TaskId task, Shown shown) {
        UI.getCurrent().navigate("tasks/" + task.text(), shown.parametersWithin());
    }
}
