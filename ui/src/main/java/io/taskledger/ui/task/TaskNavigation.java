package io.taskledger.ui.task;

import java.util.OptionalLong;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.task.TaskId;

/** Where things are: every link to a list or a task is made here. */
public final class TaskNavigation {

    private static final String VERSION = "version";

    private TaskNavigation() {}

    public static String toList(Shown shown) {
        return new Location(shown.which().path(), shown.parameters()).getPathWithQueryParameters();
    }

    /** The task beside the list that it was found in. */
    public static String toTask(TaskId task, Shown shown) {
        return new Location("tasks/" + task.text(), shown.parametersWithin()).getPathWithQueryParameters();
    }

    /** The task as it was in one of its versions. */
    public static String toVersion(TaskId task, long version) {
        return new Location("tasks/" + task.text(), QueryParameters.of(VERSION, Long.toString(version)))
                .getPathWithQueryParameters();
    }

    /** Which version of the open task an address asks for; empty where it asks for none. */
    static OptionalLong version(Location location) {
        return location.getQueryParameters()
                .getSingleParameter(VERSION)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    public static void openList(Shown shown) {
        UI.getCurrent().navigate(shown.which().path(), shown.parameters());
    }

    static void openTask(TaskId task, Shown shown) {
        UI.getCurrent().navigate("tasks/" + task.text(), shown.parametersWithin());
    }
}
