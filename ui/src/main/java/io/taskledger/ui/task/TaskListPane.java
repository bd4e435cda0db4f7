package io.taskledger.ui.task;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.task.TaskActions.Written;
import org.jspecify.annotations.Nullable;

/** A list of tasks: chips, quick add, rows, and more of them as one scrolls. */
class TaskListPane extends Div implements TaskRow.Asked {

    /** More changes than this at once, as an import makes them, are read as a list again. */
    private static final int TOO_MANY_TO_ASK_ONE_BY_ONE = 100;

    private final Desk desk;
    private final Consumer<TaskId> onChange;
    private final FilterBar filters;
    private final QuickAdd quickAdd;
    private final TaskSections sections;
    private final EmptyState empty;
    private final Selecting selecting;
    private final NewRows news;
    private final ListWindow window;
    private Shown shown = Shown.all(Shown.Which.TASKS);
    private Optional<TaskId> besideRemoved = Optional.empty();

    /** @param onChange told of a task that this list's person changed here */
    TaskListPane(Desk desk, Consumer<TaskId> onChange) {
        this.desk = desk;
        this.onChange = onChange;
        filters = new FilterBar(desk, TaskNavigation::openList);
        quickAdd = new QuickAdd(desk, this::added);
        sections = new TaskSections(desk, this, this::folded);
        window = new ListWindow(desk, sections, this::shown, this::explainIfEmpty);
        empty = new EmptyState(desk, quickAdd::focus);
        news = new NewRows(desk, this::showNew);
        addClassName("list-pane");
        var top = new Div(filters, quickAdd, new UndoKeys(desk.takeBack()));
        top.addClassName("list-top");
        selecting = new Selecting(desk, sections, tasks -> {
            refresh(tasks);
            tasks.forEach(onChange);
        });
        getElement().addEventListener("pick-all", _ -> selecting.all());
        add(top, news, window.before(), sections, empty, window.end(), selecting);
    }

    Shown shown() {
        return shown;
    }

    /** Reads the list from its beginning. */
    void show(Shown now) {
        shown = now;
        filters.show(now);
        quickAdd.show(now);
        sections.begin(now);
        selecting.clear();
        news.begin();
        window.loadMore();
    }

    void current(@Nullable TaskId task) {
        sections.current(task);
    }

    /** Brings the focus back to where a task was opened from. */
    void focus(TaskId task) {
        sections.row(task).or(() -> besideRemoved.flatMap(sections::row)).ifPresent(TaskRow::focusTitle);
    }

    /** Takes up what happened to tasks, here or elsewhere. */
    void refresh(Set<TaskId> tasks) {
        if (tasks.size() > TOO_MANY_TO_ASK_ONE_BY_ONE) {
            readAgain();
        } else {
            tasks.forEach(this::refresh);
            if (window.isTooLarge()) {
                readAgain();
            }
        }
    }

    private void readAgain() {
        window.readAgain();
        selecting.show();
    }

    void refresh(TaskId task) {
        desk.questions().find(task).ifPresentOrElse(this::showNow, () -> {
            if (sections.holds(task)) {
                besideRemoved = sections.order().beside(task);
            }
            sections.remove(task);
            news.forget(task);
            selecting.show();
        });
        explainIfEmpty();
    }

    @Override
    public void toggle(TaskDetails task) {
        desk.toggle(task);
        refresh(task.taskId());
        onChange.accept(task.taskId());
    }

    @Override
    public void due(TaskDetails task, LocalDate date) {
        done(task, desk.actions().edit(task.taskId(), edit -> edit.dueDate(date)), "edited");
    }

    @Override
    public void pick(TaskDetails task, boolean range) {
        selecting.pick(task.taskId(), range);
    }

    @Override
    public void delete(TaskDetails task) {
        done(task, desk.actions().delete(task.taskId()), "deleted");
        if (!sections.holds(task.taskId())) {
            focus(task.taskId());
        }
    }

    ListReading reading() {
        return sections.reading();
    }

    ListWindow window() {
        return window;
    }

    NewRows news() {
        return news;
    }

    Selecting selecting() {
        return selecting;
    }

    QuickAdd quickAdd() {
        return quickAdd;
    }

    private TaskFilter filter() {
        return shown.filter(desk.reader().today(), desk.me());
    }

    private void added(TaskId task) {
        desk.questions().find(task).ifPresent(sections::addFirst);
        explainIfEmpty();
        onChange.accept(task);
    }

    private void done(TaskDetails task, Written written, String what) {
        desk.done(written, what, task.title());
        refresh(task.taskId());
        onChange.accept(task.taskId());
    }

    private void showNow(TaskDetails task) {
        var fits = TaskFit.fits(filter(), task);
        if (sections.holds(task.taskId())) {
            sections.update(task, fits);
        } else if (!fits) {
            news.forget(task.taskId());
        } else if (!news.holdsBack(task)) {
            sections.insert(task);
        }
    }

    private void showNew(Set<TaskId> tasks) {
        tasks.forEach(task -> desk.questions().find(task).ifPresent(sections::insert));
        sections.order().tasks().stream().filter(tasks::contains).findFirst().ifPresent(this::focus);
    }

    private void explainIfEmpty() {
        empty.setVisible(sections.size() == 0);
        if (sections.size() == 0) {
            empty.explain(shown);
        }
    }

    private void folded() {
        window.fillTheScreen();
    }
}
