package io.taskledger.ui.task;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.Location;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.Then;
import org.jspecify.annotations.Nullable;

/** Tasks, and beside them the one that is open; both follow what happens to them. */
public abstract class TaskScreen extends MasterDetailLayout {

    private static final String USUAL = "27rem";
    private static final String WIDE = "35rem";

    private final Desk desk;
    private @Nullable TaskPanel panel;
    private @Nullable PastTask past;

    protected TaskScreen(Desks desks, LiveTasks live) {
        this.desk = desks.current(this::changed);
        setSizeFull();
        setExpandMaster(true);
        setDetailSize(USUAL);
        setOverlaySize("min(100%, 36rem)");
        addDetailEscapePressListener(_ -> openPanel().ifPresentOrElse(TaskPanel::escape, this::close));
        addBackdropClickListener(_ -> close());
        Screen.follow(this, tab -> live.listen(tab, this::changed));
    }

    /** Takes up what happened to these tasks. */
    protected abstract void refresh(Set<TaskId> tasks);

    /** Marks the task that is open, or none. */
    protected abstract void mark(@Nullable TaskId task);

    /** Brings the focus back to where the task was opened from. */
    protected abstract void focus(TaskId task);

    /** Goes to where no task is open. */
    protected abstract void leaveTask();

    protected final Desk desk() {
        return desk;
    }

    /**
     * Empty-handed for a text that is no task's id: the panel then says that there is no such task.
     *
     * @param wanted null where none is to be open
     */
    protected final void open(@Nullable String wanted, Location address) {
        open(wanted);
        TaskNavigation.version(address).ifPresent(version -> openPanel().ifPresent(shown -> shown.lookAt(version)));
    }

    private void open(@Nullable String wanted) {
        past = null;
        if (wanted == null) {
            panel = null;
            setDetail(null);
            mark(null);
            return;
        }
        var task = TaskId.parse(wanted);
        if (panel == null || !Objects.equals(panel.task(), task)) {
            panel = new TaskPanel(desk, task, changed -> refresh(Set.of(changed)), new Frame());
            setDetailSize(USUAL);
            showDetail(panel);
            panel.takeFocus();
        }
        mark(task.orElse(null));
    }

    /**
     * The same of a task as it was, to be looked at and brought back.
     *
     * @param wanted null where none is to be open
     */
    protected final void openPast(@Nullable String wanted, Then then, PastQuestions questions) {
        if (wanted == null) {
            open(null);
            return;
        }
        var task = TaskId.parse(wanted);
        panel = null;
        if (past == null || !past.task().equals(task)) {
            past = new PastTask(desk, questions, task, this::close);
            showDetail(past);
            past.takeFocus();
        }
        past.show(then);
        mark(task.orElse(null));
    }

    /** The task that is open is shown as of another moment. */
    protected final void movedTo(Then then) {
        if (past != null) {
            past.show(then);
        }
    }

    private void showDetail(Component detail) {
        setDetail(detail);
        // Over the tasks it is a dialog, which needs a name; the component offers no way to give it one.
        getElement().executeJs("this.$.detail.ariaLabel = $0", desk.say("panel.label"));
    }

    /** Tells the panel of a task that was changed beside it. */
    protected final void changedBeside(TaskId task) {
        openPanel().ifPresent(shown -> shown.refresh(Set.of(task)));
    }

    protected final String title(String where) {
        return openPanel()
                .map(TaskPanel::title)
                .or(() -> Optional.ofNullable(past).map(PastTask::title))
                .map(shown -> desk.say("page.title-within", shown, where))
                .orElseGet(() -> desk.say("page.title", where));
    }

    protected final boolean nothingOpen() {
        return panel == null && past == null;
    }

    final Optional<TaskPanel> openPanel() {
        return Optional.ofNullable(panel);
    }

    private void changed(Set<TaskId> tasks) {
        refresh(tasks);
        openPanel().ifPresent(shown -> shown.refresh(tasks));
    }

    private void close() {
        openPanel()
                .flatMap(TaskPanel::task)
                .or(() -> Optional.ofNullable(past).flatMap(PastTask::task))
                .ifPresent(this::focus);
        leaveTask();
    }

    private final class Frame implements TaskPanel.Frame {
        @Override
        public void close() {
            TaskScreen.this.close();
        }

        @Override
        public void widen(boolean wide) {
            setDetailSize(wide ? WIDE : USUAL);
        }
    }
}
