package io.taskledger.ui.task;

import java.util.Optional;
import java.util.Set;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Headed;
import io.taskledger.ui.past.PastPane;
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.Then;
import io.taskledger.ui.past.Travelling;
import org.jspecify.annotations.Nullable;

/** A list, and beside it the task that is open. */
@PermitAll
@Route("tasks/:taskId?")
@RouteAlias("")
@RouteAlias("today")
@RouteAlias("upcoming")
@RouteAlias("assigned")
@RouteAlias("shared")
public class TasksView extends TaskScreen implements BeforeEnterObserver, HasDynamicTitle, Headed, Travelling {

    private final TaskListPane list;
    private final PastQuestions questions;
    private final PastList pastList;
    private @Nullable PastPane past;
    private @Nullable Shown read;

    TasksView(Desks desks, LiveTasks live, PastQuestions questions) {
        super(desks, live);
        this.questions = questions;
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
        if (leavePast() || !shown.equals(read) || (wanted == null && openPanel().isEmpty())) {
            read = shown;
            list.show(shown);
        }
        open(wanted, event.getLocation());
    }

    private void showPast(Shown shown, Then then, @Nullable String wanted) {
        openPast(wanted, then, questions);
        if (past != null && shown.equals(pastList.shown())) {
            return;
        }
        pastList.become(shown);
        if (past == null) {
            past = new PastPane(desk().reader(), questions, pastList, desk().me());
            setMaster(past);
        }
        past.open(then);
    }

    private boolean leavePast() {
        if (past == null) {
            return false;
        }
        past.rest();
        past = null;
        setMaster(list);
        return true;
    }

    @Override
    public Optional<Then> then() {
        return Optional.ofNullable(past).flatMap(PastPane::then);
    }

    /** Where something changed last, so that what is seen is what one knows. */
    @Override
    public void goBack() {
        pastList.become(list.shown());
        var last = questions
                .lastChange(pastList.steps())
                .orElseGet(() -> desk().reader().clock().instant());
        var then = list.shown().then(Then.at(last));
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
        return past == null ? list.shown() : pastList.shown();
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
        if (past == null) {
            list.refresh(tasks);
        } else {
            past.refresh();
        }
    }

    @Override
    protected void mark(@Nullable TaskId task) {
        list.current(task);
        pastList.current(task);
    }

    @Override
    protected void focus(TaskId task) {
        if (past == null) {
            list.focus(task);
        } else {
            pastList.focus(task);
        }
    }

    @Override
    protected void leaveTask() {
        TaskNavigation.openList(shown());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (past != null) {
            past.rest();
        }
        super.onDetach(detached);
    }

    TaskListPane list() {
        return list;
    }

    @Nullable
    TaskPanel panel() {
        return openPanel().orElse(null);
    }
}
