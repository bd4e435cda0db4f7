package io.taskledger.ui.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.WebStorage;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.MoreInSight;
import io.taskledger.ui.task.TaskActions.Written;
import org.jspecify.annotations.Nullable;

/** A list of tasks: chips, quick add, rows, and more of them as one scrolls. */
class TaskListPane extends Div implements TaskRow.Asked {

    static final int SLICE = 60;
    /** So many slices have rows at a time: more than the highest screen shows, and few for the browser and for this node. */
    static final int STRETCHES = 6;

    /** More changes than this at once, as an import makes them, are read as a list again. */
    private static final int TOO_MANY_TO_ASK_ONE_BY_ONE = 100;

    private static final String FOLDED = "taskledger.folded";

    private final Desk desk;
    private final Consumer<TaskId> onChange;
    private final FilterBar filters;
    private final QuickAdd quickAdd;
    private final RowsBefore before;
    private final TaskSections sections;
    private final EmptyState empty;
    private final Selecting selecting;
    private final NewRows news;
    private final Div end = new Div();
    private Shown shown = Shown.all(Shown.Which.TASKS);
    private Optional<TaskId> besideRemoved = Optional.empty();

    /** @param onChange told of a task that this list's person changed here */
    TaskListPane(Desk desk, Consumer<TaskId> onChange) {
        this.desk = desk;
        this.onChange = onChange;
        filters = new FilterBar(desk, TaskNavigation::openList);
        quickAdd = new QuickAdd(desk, this::added);
        before = new RowsBefore(this::comeBack);
        sections = new TaskSections(desk, this, this::rememberFolded);
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
        add(top, news, before, sections, empty, end, selecting);
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
        loadMore();
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
            if (sections.size() > SLICE * (STRETCHES + 1)) {
                readAgain();
            }
        }
    }

    /** What is on the screen, where it is. */
    private void readAgain() {
        var reading = sections.reading();
        var stretches = Math.max(1, reading.shown());
        sections.startAt(reading.above());
        for (int stretch = 0; stretch < stretches; stretch++) {
            append();
        }
        fillTheScreen();
        selecting.show();
    }

    void refresh(TaskId task) {
        desk.questions().find(task).ifPresentOrElse(this::showNow, () -> {
            if (sections.holds(task)) {
                besideRemoved = sections.beside(task);
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

    RowsBefore rowsBefore() {
        return before;
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

    @Override
    protected void onAttach(AttachEvent attached) {
        WebStorage.getItem(FOLDED, ids -> {
            if (ids != null && !ids.isEmpty()) {
                sections.fold(ids);
                fillTheScreen();
            }
        });
    }

    void loadMore() {
        append();
        fillTheScreen();
    }

    private void append() {
        sections.reading().afterLast().ifPresent(after -> {
            sections.append(read(after));
            while (sections.reading().shown() > STRETCHES) {
                sections.dropFirst();
            }
        });
    }

    private Slice<TaskDetails> read(String after) {
        return desk.questions().scroll(filter(), shown.sort(), after, SLICE);
    }

    /**
     * Reads again what stood above: the stretch next to those on the screen, or all from where one has gone to.
     *
     * @param at which part of what stood above is above what is in sight, 0 to 1
     */
    void comeBack(double at) {
        var reading = sections.reading();
        var wanted = (int) (at * reading.above());
        if (wanted < reading.above() - 1) {
            sections.startAt(wanted);
            append();
            append();
        } else {
            reading.beforeFirst().ifPresent(after -> {
                sections.prepend(readUpToRows(after));
                while (reading.shown() > STRETCHES) {
                    sections.dropLast();
                }
            });
        }
        fillTheScreen();
    }

    /** There may be more now than there were. */
    private List<TaskDetails> readUpToRows(String begin) {
        var read = new ArrayList<TaskDetails>();
        var after = Optional.of(begin);
        while (after.isPresent() && read.size() < SLICE * STRETCHES) {
            var slice = read(after.get());
            read.addAll(slice.items());
            after = slice.items().stream().anyMatch(task -> sections.holds(task.taskId()))
                    ? Optional.empty()
                    : slice.next();
        }
        return read;
    }

    private TaskFilter filter() {
        return shown.filter(desk.reader().today(), desk.me());
    }

    /** Folded groups take no room: without this, what stands below them would never be reached by scrolling. */
    private void fillTheScreen() {
        while (sections.reading().afterLast().isPresent() && !sections.showsRows()) {
            append();
        }
        before.show(sections.rowsAbove(), sections.headingsAbove());
        end.removeAll();
        if (sections.reading().afterLast().isPresent()) {
            end.add(MoreInSight.of(desk.say("list.more"), "list-more", ".list-pane", this::loadMore));
        }
        explainIfEmpty();
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
        sections.order().stream().filter(tasks::contains).findFirst().ifPresent(this::focus);
    }

    private void explainIfEmpty() {
        empty.setVisible(sections.isEmpty());
        if (sections.isEmpty()) {
            empty.explain(shown);
        }
    }

    private void rememberFolded() {
        WebStorage.setItem(FOLDED, sections.foldedIds());
        fillTheScreen();
    }
}
