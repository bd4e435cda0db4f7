package io.taskledger.ui.task;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.past.PastAndPresent;
import io.taskledger.ui.past.PastPane;
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.PastScreen;
import io.taskledger.ui.past.Then;
import org.jspecify.annotations.Nullable;

/** Tasks, and beside them the one that is open; both follow what happens to them, or show how it was. */
public abstract class TaskScreen extends PastAndPresent {

    private static final String USUAL = "27rem";
    private static final String WIDE = "35rem";

    private final Desk desk;
    private final PastQuestions questions;
    private @Nullable TaskPanel panel;
    private @Nullable PastTask pastTask;

    protected TaskScreen(Desks desks, LiveTasks live, PastQuestions questions) {
        this.desk = desks.current(this::changed);
        this.questions = questions;
        setSizeFull();
        setExpandMaster(true);
        setDetailSize(USUAL);
        setOverlaySize("min(100%, 36rem)");
        addDetailEscapePressListener(_ -> openPanel().ifPresentOrElse(TaskPanel::escape, this::close));
        addBackdropClickListener(_ -> close());
        Screen.follow(this, tab -> live.listen(tab, this::changed));
    }

    /** Takes up what happened to these tasks; not called in the past. */
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
        pastTask = null;
        if (wanted == null) {
            panel = null;
            setDetail(null);
            mark(null);
            return;
        }
        var task = TaskId.parse(wanted);
        if (panel == null || !Objects.equals(panel.task(), task)) {
            panel = new TaskPanel(desk, task, changed -> follow(Set.of(changed)), new Frame());
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
    protected final void openPast(@Nullable String wanted, Then then) {
        if (wanted == null) {
            open(null);
            return;
        }
        var task = TaskId.parse(wanted);
        panel = null;
        if (pastTask == null || !pastTask.task().equals(task)) {
            pastTask = new PastTask(desk, questions, task, this::close);
            showDetail(pastTask);
            pastTask.takeFocus();
        }
        pastTask.show(then);
        mark(task.orElse(null));
    }

    /** The task that is open is shown as of another moment. */
    protected final void movedTo(Then then) {
        if (pastTask != null) {
            pastTask.show(then);
        }
    }

    protected final PastPane paneOf(PastScreen screen) {
        return new PastPane(desk.reader(), questions, screen, desk.me());
    }

    /** Where something changed last, so that what is seen is what one knows. */
    protected final Then lastChange(StepsOf steps) {
        return Then.at(questions
                .lastChange(steps)
                .orElseGet(() -> desk.reader().clock().instant()));
    }

    protected final PastQuestions questions() {
        return questions;
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
                .or(() -> Optional.ofNullable(pastTask).map(PastTask::title))
                .map(shown -> desk.say("page.title-within", shown, where))
                .orElseGet(() -> desk.say("page.title", where));
    }

    protected final boolean nothingOpen() {
        return panel == null && pastTask == null;
    }

    final Optional<TaskPanel> openPanel() {
        return Optional.ofNullable(panel);
    }

    private void changed(Set<TaskId> tasks) {
        follow(tasks);
        openPanel().ifPresent(shown -> shown.refresh(tasks));
    }

    private void follow(Set<TaskId> tasks) {
        past().ifPresentOrElse(PastPane::refresh, () -> refresh(tasks));
    }

    private void close() {
        openPanel()
                .flatMap(TaskPanel::task)
                .or(() -> Optional.ofNullable(pastTask).flatMap(PastTask::task))
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
