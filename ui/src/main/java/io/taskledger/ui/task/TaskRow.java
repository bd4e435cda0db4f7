package io.taskledger.ui.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** One task in a list. What is done with it is the list's business. */
class TaskRow extends ListItem {

    private static final int TAGS_SHOWN = 3;

    /** What a row can ask for. */
    interface Asked {
        void toggle(TaskDetails task);

        void due(TaskDetails task, LocalDate date);

        void delete(TaskDetails task);
    }

    private final Desk desk;
    private final NativeButton check = new NativeButton();
    private final Anchor title = new Anchor();
    private final Span tags = new Span();
    private final Span due = new Span();
    private final Span priority = new Span();
    private final Div quick = new Div();
    private TaskDetails task;

    TaskRow(TaskDetails task, Shown shown, Desk desk, Asked asked) {
        this.desk = desk;
        this.task = task;
        addClassName("task-row");
        getElement()
                .setAttribute("data-testid", "task-row")
                .setAttribute("data-task", task.taskId().text());
        check.addClassName("check");
        check.getElement()
                .setAttribute("type", "button")
                .setAttribute("role", "checkbox")
                .setAttribute("data-testid", "row-check");
        check.addClickListener(_ -> asked.toggle(this.task));
        title.addClassName("task-title");
        title.getElement().setAttribute("dir", "auto").setAttribute("data-testid", "row-title");
        tags.addClassName("tags");
        due.addClassName("due");
        priority.addClassName("priority");
        quick.addClassName("quick");
        quick.add(
                Push.icon("sun", desk.say("row.due-today"), "row-today", _ -> asked.due(this.task, today())),
                Push.icon(
                        "sunrise",
                        desk.say("row.due-tomorrow"),
                        "row-tomorrow",
                        _ -> asked.due(this.task, today().plusDays(1))),
                Push.icon("trash", desk.say("row.delete"), "row-delete", _ -> asked.delete(this.task)));
        add(check, title, quick, tags, due, priority);
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
        title.setText(now.title());
        title.setHref(TaskNavigation.toTask(now.taskId(), shown));
        title.getElement().setAttribute("title", now.title());
        showTags(now.tags(), shown);
        showDue(now);
        showPriority(now.priority());
    }

    /** The row of the task in the panel. */
    void current(boolean current) {
        setClassName("current", current);
        if (current) {
            title.getElement().setAttribute("aria-current", "true");
        } else {
            title.getElement().removeAttribute("aria-current");
        }
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
            var tag = new Anchor(TaskNavigation.toList(shown.with(name)), name);
            tag.addClassName("tag");
            // The panel and the filters reach tags by keyboard: a stop for each in every row would be a long way.
            tag.getElement().setAttribute("tabindex", "-1").setAttribute("dir", "auto");
            tags.add(tag);
        });
        if (names.size() > TAGS_SHOWN) {
            var more = new Span(desk.say("row.more-tags", names.size() - TAGS_SHOWN));
            more.addClassNames("tag", "tag-more");
            more.getElement().setAttribute("title", String.join(", ", names));
            tags.add(more);
        }
    }

    private void showDue(TaskDetails now) {
        due.removeAll();
        due.setVisible(now.dueDate() != null);
        due.removeClassNames("overdue", "soon");
        if (now.dueDate() == null) {
            return;
        }
        var words = desk.calendar().due(now.dueDate(), now.dueTime());
        if (!now.completed() && overdue(now.dueDate(), now.dueTime())) {
            due.addClassName("overdue");
            due.add(new Icon("alert"), hidden(desk.say("row.overdue")), new Span(words));
        } else {
            due.setClassName("soon", !now.completed() && now.dueDate().equals(today()));
            due.add(new Icon("calendar"), hidden(desk.say("row.due")), new Span(words));
        }
    }

    private void showPriority(Priority now) {
        priority.removeAll();
        priority.removeClassNames("high", "low");
        if (now != Priority.MEDIUM) {
            var word = desk.say("priority." + now.text());
            priority.addClassName(now.text());
            priority.getElement().setAttribute("title", word);
            priority.add(new Icon(now == Priority.HIGH ? "flag" : "arrow-down"), hidden(word));
        }
    }

    private boolean overdue(LocalDate date, @Nullable LocalTime time) {
        var now = desk.reader().clock().instant().atZone(desk.reader().zone());
        return date.isBefore(now.toLocalDate())
                || (time != null && date.equals(now.toLocalDate()) && time.isBefore(now.toLocalTime()));
    }

    private LocalDate today() {
        return desk.reader().today();
    }

    private static Span hidden(String words) {
        var span = new Span(words);
        span.addClassName("sr-only");
        return span;
    }
}
