package io.taskledger.ui.task;

import java.util.Optional;
import java.util.Set;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Headed;
import org.jspecify.annotations.Nullable;

/** A list, and beside it the task that is open. */
@PermitAll
@Route("tasks/:taskId?")
@RouteAlias("")
@RouteAlias("today")
@RouteAlias("upcoming")
@RouteAlias("assigned")
@RouteAlias("shared")
public class TasksView extends TaskScreen implements BeforeEnterObserver, HasDynamicTitle, Headed {

    private final TaskListPane list;
    private @Nullable Shown read;

    TasksView(Desks desks, LiveTasks live) {
        super(desks, live);
        this.list = new TaskListPane(desk(), this::changedBeside);
        addClassName("tasks-view");
        setMaster(list);
        setMasterSize("min(30rem, 100vw)");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown = Shown.of(event.getLocation());
        var wanted = event.getRouteParameters().get("taskId").orElse(null);
        // Opening or closing a task leaves the list as it is; coming to the same list again reads it again.
        if (!shown.equals(read) || (wanted == null && openPanel().isEmpty())) {
            read = shown;
            list.show(shown);
        }
        open(wanted, event.getLocation());
    }

    @Override
    public String getPageTitle() {
        return title(heading());
    }

    /** A list of a workspace by its own name. */
    @Override
    public String heading() {
        var shown = list.shown();
        return Optional.ofNullable(shown.list())
                .flatMap(wanted -> desk().workspaces().with(wanted).stream()
                        .flatMap(workspace -> workspace.lists().stream())
                        .filter(one -> one.listId().equals(wanted))
                        .findFirst())
                .map(desk().names()::of)
                .orElseGet(() -> desk().say("nav." + shown.which().key()));
    }

    @Override
    protected void refresh(Set<TaskId> tasks) {
        list.refresh(tasks);
    }

    @Override
    protected void mark(@Nullable TaskId task) {
        list.current(task);
    }

    @Override
    protected void focus(TaskId task) {
        list.focus(task);
    }

    @Override
    protected void leaveTask() {
        TaskNavigation.openList(list.shown());
    }

    TaskListPane list() {
        return list;
    }

    @Nullable
    TaskPanel panel() {
        return openPanel().orElse(null);
    }
}
