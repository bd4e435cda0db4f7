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
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.Then;
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
    private final PastList pastList;
    private @Nullable Shown read;

    TasksView(Desks desks, LiveTasks live, PastQuestions questions) {
        super(desks, live, questions);
        this.list = new TaskListPane(desk(), this::changedBeside);
        this.pastList = new PastList(desk(), questions, this::movedTo);
        addClassName("tasks-view");
        setMaster(list);
        setMasterSize("min(30rem, 100vw)");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown = Shown.of(event.getLocation());
        var wanted = event.getRouteParameters().get("taskId").orElse(null);
        if (shown.then() != null) {
            showPast(shown, shown.then(), wanted);
            return;
        }
        // Opening or closing a task leaves the list as it is; coming to the same list again reads it again.
        if (leavePast(list)
                || !shown.equals(read)
                || (wanted == null && openPanel().isEmpty())) {
            read = shown;
            list.show(shown);
        }
        open(wanted, event.getLocation());
    }

    private void showPast(Shown shown, Then then, @Nullable String wanted) {
        openPast(wanted, then);
        if (past().isEmpty() || !shown.equals(pastList.shown())) {
            pastList.become(shown);
            past().orElseGet(() -> goIntoThePast(paneOf(pastList))).open(then);
        }
    }

    @Override
    public void goBack() {
        pastList.become(list.shown());
        var then = list.shown().then(lastChange(pastList.steps()));
        openPanel()
                .flatMap(TaskPanel::task)
                .ifPresentOrElse(task -> TaskNavigation.openTask(task, then), () -> TaskNavigation.openList(then));
    }

    @Override
    public void backToNow() {
        pastList.backToNow();
    }

    @Override
    public String getPageTitle() {
        return title(heading());
    }

    private Shown shown() {
        return past().isEmpty() ? list.shown() : pastList.shown();
    }

    /** A list of a workspace by its own name. */
    @Override
    public String heading() {
        var shown = shown();
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
        pastList.current(task);
    }

    @Override
    protected void focus(TaskId task) {
        if (past().isEmpty()) {
            list.focus(task);
        } else {
            pastList.focus(task);
        }
    }

    @Override
    protected void leaveTask() {
        TaskNavigation.openList(shown());
    }

    TaskListPane list() {
        return list;
    }

    @Nullable
    TaskPanel panel() {
        return openPanel().orElse(null);
    }
}
