package io.taskledger.ui.task;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.shared.Registration;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.words.Readers;
import org.jspecify.annotations.Nullable;

/** A list, and beside it the task that is open. */
@PermitAll
@Route("tasks/:taskId?")
@RouteAlias("")
@RouteAlias("today")
@RouteAlias("upcoming")
public class TasksView extends MasterDetailLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final Desk desk;
    private final LiveTasks live;
    private final TaskListPane list;
    private @Nullable TaskPanel panel;
    private @Nullable Shown read;
    private @Nullable Registration listening;

    TasksView(TaskActions actions, TaskQuestions questions, LiveTasks live, Readers readers) {
        var reader = readers.current();
        this.desk = new Desk(actions, questions, reader, new TakeBack(actions, reader, this::changed));
        this.live = live;
        this.list = new TaskListPane(desk, this::changedInList);
        addClassName("tasks-view");
        setSizeFull();
        setMaster(list);
        setMasterSize("min(30rem, 100vw)");
        setExpandMaster(true);
        setDetailSize("27rem");
        setOverlaySize("min(100%, 36rem)");
        addDetailEscapePressListener(_ -> close());
        addBackdropClickListener(_ -> close());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown = Shown.of(event.getLocation());
        var wanted = event.getRouteParameters().get("taskId").orElse(null);
        // Opening or closing a task leaves the list as it is; coming to the same list again reads it again.
        if (!shown.equals(read) || (wanted == null && panel == null)) {
            read = shown;
            list.show(shown);
        }
        open(wanted);
    }

    @Override
    public String getPageTitle() {
        var where = desk.say("nav." + list.shown().which().name().toLowerCase(Locale.ROOT));
        return panel == null ? desk.say("page.title", where) : desk.say("page.title-within", panel.title(), where);
    }

    /** Empty-handed for a text that is no task's id: the panel then says that there is no such task. */
    private void open(@Nullable String wanted) {
        if (wanted == null) {
            panel = null;
            setDetail(null);
            list.current(null);
            return;
        }
        var task = TaskId.parse(wanted);
        if (panel == null || !Objects.equals(panel.task(), task)) {
            panel = new TaskPanel(desk, task, this::changedInPanel, this::close);
            setDetail(panel);
            // Over the list it is a dialog, which needs a name; the component offers no way to give it one.
            getElement().executeJs("this.$.detail.ariaLabel = $0", desk.say("panel.label"));
            panel.takeFocus();
        }
        list.current(task.orElse(null));
    }

    private void close() {
        if (panel != null) {
            panel.task().ifPresent(list::focus);
        }
        TaskNavigation.openList(list.shown());
    }

    private void changedInList(TaskId task) {
        if (panel != null) {
            panel.refresh(Set.of(task));
        }
    }

    private void changed(Set<TaskId> tasks) {
        list.refresh(tasks);
        if (panel != null) {
            panel.refresh(tasks);
        }
    }

    private void changedInPanel(TaskId task) {
        list.refresh(task);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        listening = live.listen(attached.getUI(), this::changed);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        if (listening != null) {
            listening.remove();
            listening = null;
        }
    }

    TaskListPane list() {
        return list;
    }

    @Nullable
    TaskPanel panel() {
        return panel;
    }
}
