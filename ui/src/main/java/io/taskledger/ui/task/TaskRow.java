package io.taskledger.ui.task;

import java.time.LocalDate;
import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.parts.Push;

/** One task in a list. What is done with it is the list's business. */
class TaskRow extends ListItem {

    private static final int TAGS_SHOWN = 3;

    /** What a row can ask for. */
    interface Asked {
        void toggle(TaskDetails task);

        void due(TaskDetails task, LocalDate date);

        void delete(TaskDetails task);

        /** @param range together with all between this row and the one before */
        void pick(TaskDetails task, boolean range);
    }

    private final Desk desk;
    private final NativeButton pick = new NativeButton();
    private final NativeButton check = new NativeButton();
    private final TaskTitle title = new TaskTitle("task-title", "row-title");
    private final Span tags = new Span();
    private final PeopleMark people;
    private final DueMark due;
    private final PriorityMark priority;
    private final Div quick = new Div();
    private TaskDetails task;

    TaskRow(TaskDetails task, Shown shown, Desk desk, Asked asked) {
        this.desk = desk;
        this.task = task;
        addClassName("task-row");
        getElement()
                .setAttribute("data-testid", "task-row")
                .setAttribute("data-task", task.taskId().text());
        pick.addClassName("pick");
        pick.getElement()
                .setAttribute("type", "button")
                .setAttribute("tabindex", "-1")
                .setAttribute("data-testid", "row-pick");
        pick.addClickListener(click -> asked.pick(this.task, click.isShiftKey()));
        check.addClassName("check");
        check.getElement()
                .setAttribute("type", "button")
                .setAttribute("role", "checkbox")
                .setAttribute("data-testid", "row-check");
        check.addClickListener(_ -> asked.toggle(this.task));
        tags.addClassName("tags");
        people = new PeopleMark(desk);
        due = new DueMark(desk);
        priority = new PriorityMark(desk);
        quick.addClassName("quick");
        quick.add(
                Push.icon("sun", desk.say("row.due-today"), "row-today", _ -> asked.due(this.task, today())),
                Push.icon(
                        "sunrise",
                        desk.say("row.due-tomorrow"),
                        "row-tomorrow",
                        _ -> asked.due(this.task, today().plusDays(1))),
                Push.icon("trash", desk.say("row.delete"), "row-delete", _ -> asked.delete(this.task)));
        add(pick, check, title, quick, tags, people, due, priority);
        picked(false);
        show(task, shown);
    }

    TaskDetails task() {
        return task;
    }

    void show(TaskDetails now, Shown shown) {
        task = now;
        setClassName("done", now.completed());
        check.getElement()
                .setAttribute("aria-checked", Boolean.toString(now.completed()))
                .setAttribute("aria-label", desk.say(now.completed() ? "row.reopen" : "row.complete", now.title()));
        pick.getElement().setAttribute("aria-label", desk.say("row.select", now.title()));
        title.setText(now.title());
        title.setHref(TaskNavigation.toTask(now.taskId(), shown));
        title.getElement().setAttribute("title", now.title());
        showTags(now.tags(), shown);
        people.show(now);
        due.show(now);
        priority.show(now.priority());
    }

    /** The row of the task in the panel. */
    void current(boolean current) {
        setClassName("current", current);
        title.current(current);
    }

    void picked(boolean now) {
        setClassName("picked", now);
        pick.getElement().setAttribute("aria-pressed", Boolean.toString(now));
    }

    void focusTitle() {
        title.focus();
    }

    /** Draws the eye to a change for a second; the stylesheet keeps still for who wants no motion. */
    void glow() {
        getElement().executeJs("this.classList.remove('glow'); void this.offsetWidth; this.classList.add('glow')");
    }

    private void showTags(List<String> names, Shown shown) {
        tags.removeAll();
        names.stream().limit(TAGS_SHOWN).forEach(name -> {
            var tag = TagChip.of(new Anchor(TaskNavigation.toList(shown.with(name)), name), name);
            // The panel and the filters reach tags by keyboard: a stop for each in every row would be a long way.
            tag.getElement().setAttribute("tabindex", "-1");
            tags.add(tag);
        });
        if (names.size() > TAGS_SHOWN) {
            tags.add(TagMarks.more(desk, names, TAGS_SHOWN));
        }
    }

    private LocalDate today() {
        return desk.reader().today();
    }
}
