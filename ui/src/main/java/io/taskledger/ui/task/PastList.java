package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.ListDiff.Totals;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Glow;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.MoreInSight;
import io.taskledger.ui.past.ChangeWords;
import io.taskledger.ui.past.Differences;
import io.taskledger.ui.past.InOrder;
import io.taskledger.ui.past.Looking;
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.PastScreen;
import io.taskledger.ui.past.Then;
import org.jspecify.annotations.Nullable;

/** A list as it was: the same chips, headings and rows, to be looked at. */
class PastList extends Div implements PastScreen {

    private final Desk desk;
    private final PastQuestions questions;
    private final Consumer<Then> onMove;
    private final FilterBar filters;
    private final Div sections = new Div();
    private final Div empty;
    private final Div end = new Div();
    private final Map<TaskId, PastRow> rows = new LinkedHashMap<>();
    private final Map<Groups.Group, PastGroup> groups = new LinkedHashMap<>();
    private Shown shown = Shown.all(Shown.Which.TASKS);
    private int pages = 1;
    private @Nullable TaskId current;
    private @Nullable Looking looked;

    /** @param onMove told of the moment that is shown now */
    PastList(Desk desk, PastQuestions questions, Consumer<Then> onMove) {
        this.desk = desk;
        this.onMove = onMove;
        this.questions = questions;
        filters = new FilterBar(desk, TaskNavigation::openList);
        addClassName("list-pane");
        var top = new Div(filters);
        top.addClassName("list-top");
        sections.addClassName("sections");
        var words = new Paragraph(desk.say("then.empty"));
        words.getElement().setAttribute("data-testid", "past-empty");
        empty = new Div(new Icon("inbox"), words);
        empty.addClassName("empty");
        add(top, sections, empty, end);
    }

    Shown shown() {
        return shown;
    }

    void become(Shown now) {
        shown = now;
        pages = 1;
    }

    void current(@Nullable TaskId task) {
        current = task;
        rows.forEach((id, row) -> row.current(id.equals(task)));
    }

    void focus(TaskId task) {
        Optional.ofNullable(rows.get(task)).ifPresent(PastRow::focusTitle);
    }

    @Override
    public Component content() {
        return this;
    }

    @Override
    public StepsOf steps() {
        if (shown.list() != null) {
            return new StepsOf.OneList(shown.list());
        }
        return switch (shown.which()) {
            case ASSIGNED -> new StepsOf.AssignedToActor();
            case SHARED -> new StepsOf.SharedWithActor();
            case TASKS, TODAY, UPCOMING -> new StepsOf.OwnTasks();
        };
    }

    @Override
    public String listName(String list) {
        return desk.listName(list);
    }

    @Override
    public Optional<Totals> show(Looking looking) {
        looked = looking;
        var filter = shown.filter(looking.reader().today(), desk.me());
        var first = new ListTasksAt(filter, shown.sort(), looking.moment(), 0, PastQuestions.PAGE);
        var tasks = questions.tasks(first, pages);
        filters.show(shown);
        var now = shown.filter(desk.reader().today(), desk.me());
        var differences = Differences.since(looking, filter, now, questions);
        arrange(tasks, differences.map(Differences::added).orElse(List.of()), looking);
        var words = new ChangeWords(desk.calendar(), desk::listName);
        rows.values()
                .forEach(row -> differences.ifPresentOrElse(
                        found -> found.mark(row.task().taskId(), row.difference(), desk.reader(), words),
                        () -> row.difference().hide()));
        empty.setVisible(rows.isEmpty());
        offerMore(tasks.size() == pages * PastQuestions.PAGE);
        return differences.map(Differences::totals);
    }

    @Override
    public String address(Then then) {
        var here = shown.then(then);
        return current == null ? TaskNavigation.toList(here) : TaskNavigation.toTask(current, here);
    }

    @Override
    public void moved(Then then) {
        shown = shown.then(then);
        onMove.accept(then);
    }

    @Override
    public void backToNow() {
        var now = shown.then(null);
        if (current == null) {
            TaskNavigation.openList(now);
        } else {
            TaskNavigation.openTask(current, now);
        }
    }

    private void arrange(List<TaskDetails> tasks, List<TaskDetails> added, Looking looking) {
        var reads = desk.readBy(looking.reader());
        var known = Map.copyOf(rows);
        var kinds = Groups.of(shown, looking.reader());
        var wanted = new TreeMap<Groups.Group, List<PastRow>>(
                Comparator.comparingLong(Groups.Group::order).thenComparing(Groups.Group::id));
        rows.clear();
        added.forEach(task -> wanted.computeIfAbsent(
                        new Groups.Group(-1, "since-then", desk.say("then.group.new")), _ -> new ArrayList<>())
                .add(row(task, desk, known, false)));
        tasks.forEach(task -> wanted.computeIfAbsent(kinds.of(task), _ -> new ArrayList<>())
                .add(row(task, reads, known, looking.followed())));
        var shownGroups = new ArrayList<PastGroup>();
        wanted.forEach((group, its) -> {
            var section = groups.computeIfAbsent(group, PastGroup::new);
            section.show(its);
            shownGroups.add(section);
        });
        groups.values().retainAll(shownGroups);
        InOrder.arrange(sections, shownGroups);
    }

    private PastRow row(TaskDetails task, Desk reads, Map<TaskId, PastRow> known, boolean pointOut) {
        var before = known.get(task.taskId());
        var row = before == null ? new PastRow(task, desk) : before;
        if (pointOut && (before == null || before.task().version() != task.version())) {
            Glow.on(row);
        }
        row.show(task, reads, TaskNavigation.toTask(task.taskId(), shown));
        row.current(task.taskId().equals(current));
        rows.put(task.taskId(), row);
        return row;
    }

    private void offerMore(boolean more) {
        end.removeAll();
        if (more && pages < PastQuestions.MOST_PAGES) {
            end.add(MoreInSight.of(desk.say("list.more"), "list-more", ".list-pane", () -> {
                pages++;
                if (looked != null) {
                    show(looked);
                }
            }));
        }
    }
}
