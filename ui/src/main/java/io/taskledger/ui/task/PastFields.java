package io.taskledger.ui.task;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.markdown.Markdown;
import io.taskledger.messages.history.TaskDiff;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.past.ChangeWords;

/** What a task said once, and what is otherwise since. */
class PastFields extends Div {

    private final Desk desk;

    /** @param since what differs now; empty where the task is gone */
    PastFields(Desk desk, TaskVersion version, Optional<TaskDiff> since) {
        this.desk = desk;
        var task = version.task();
        addClassName("past-fields");
        add(title(task), since(since), facts(task));
        var text = task.description();
        if (text != null && !text.isBlank()) {
            var description = new Div(new Markdown(text));
            description.addClassName("description");
            description.getElement().setAttribute("dir", "auto");
            add(new H3(desk.say("field.description")), description);
        }
        if (!task.comments().isEmpty()) {
            add(new H3(desk.say("panel.comments.counted", task.comments().size())), comments(task.comments()));
        }
    }

    private Component title(TaskDetails task) {
        var mark = new DoneMark(desk);
        mark.show(task.completed());
        var title = new H2(task.title());
        title.getElement().setAttribute("dir", "auto").setAttribute("data-testid", "past-task-title");
        var line = new Div(mark, title);
        line.addClassName("past-title");
        return line;
    }

    private Component since(Optional<TaskDiff> since) {
        var changes = since.map(diff -> new ChangeWords(desk.calendar(), desk::listName).of(diff.changes()))
                .orElse(List.of());
        if (changes.isEmpty()) {
            var same = new Paragraph(desk.say(since.isEmpty() ? "then.since.gone" : "then.since.same"));
            same.addClassName("quiet");
            return same;
        }
        var list = new UnorderedList();
        changes.forEach(change -> {
            var item = new ListItem(change);
            item.getElement().setAttribute("dir", "auto");
            list.add(item);
        });
        var box = new Div(new H3(desk.say("then.since")), list);
        box.addClassName("past-since");
        box.getElement().setAttribute("data-testid", "past-since");
        return box;
    }

    private Component facts(TaskDetails task) {
        var list = new DescriptionList();
        var tags = task.tags().stream().map(TagMarks::mark).toArray(Component[]::new);
        fact(list, "field.list", new Span(desk.listName(task.home().listId().text())));
        if (task.dueDate() != null) {
            var due = desk.calendar().lasting(task.dueDate());
            var time = task.dueTime();
            fact(
                    list,
                    "field.due-date",
                    new Span(
                            time == null
                                    ? due
                                    : desk.say(
                                            "day.with-time",
                                            due,
                                            desk.calendar().clockTime(time))));
        }
        fact(
                list,
                "field.priority",
                new Span(desk.say("priority." + task.priority().text() + ".short")));
        if (task.assignee() != null) {
            var name = task.assigneeName();
            fact(list, "field.assignee", new Span(name == null ? desk.say("history.somebody") : name));
        }
        if (tags.length > 0) {
            fact(list, "field.tags", tags);
        }
        list.addClassName("past-facts");
        return list;
    }

    private void fact(DescriptionList list, String key, Component... values) {
        list.add(new DescriptionList.Term(desk.say(key)), new DescriptionList.Description(values));
    }

    private Component comments(List<TaskComment> said) {
        var list = new OrderedList();
        list.addClassName("past-comments");
        said.forEach(comment -> {
            var name = Optional.ofNullable(comment.authorName()).orElseGet(() -> desk.say("history.somebody"));
            var head = new Span(desk.say("history.when", name, desk.calendar().dayAndTime(comment.createdAt())));
            head.addClassName("quiet");
            var text = new Markdown(comment.content());
            text.getElement().setAttribute("dir", "auto");
            list.add(new ListItem(head, text));
        });
        return list;
    }
}
