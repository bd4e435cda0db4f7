package io.taskledger.ui.task;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.ReminderCommand.RemoveReminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** When one wants to be reminded of a task; each person has their own. */
class RemindersSection extends Section {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int HOUR = 60;
    private static final List<Reminder> OFFERED = List.of(
            new Reminder.BeforeTime(0),
            new Reminder.BeforeTime(10),
            new Reminder.BeforeTime(HOUR),
            new Reminder.BeforeTime(24 * HOUR),
            new Reminder.OnDay(0, MORNING),
            new Reminder.OnDay(1, MORNING),
            new Reminder.OnDay(7, MORNING));

    private final Desk desk;
    private final Runnable onChange;
    private final UnorderedList list = new UnorderedList();
    private final Select<Reminder> more = new Select<>();
    private final Paragraph hint;
    private @Nullable TaskId task;

    RemindersSection(Desk desk, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        addClassName("panel-section");
        list.addClassName("people-list");
        list.getElement().setAttribute("data-testid", "reminders");
        more.setPlaceholder(desk.say("reminder.add"));
        more.setAriaLabel(desk.say("reminder.add"));
        more.setItems(OFFERED);
        more.setItemLabelGenerator(this::words);
        more.getElement().setAttribute("data-testid", "reminder-add");
        more.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                set(change.getValue());
            }
        });
        hint = new Paragraph(desk.say("reminder.needs-date"));
        hint.addClassName("quiet");
        add(new H3(desk.say("reminder.title")), list, hint, more);
    }

    void show(TaskDetails now) {
        task = now.taskId();
        list.removeAll();
        var set = desk.questions().reminders(now.taskId());
        set.forEach(one -> list.add(item(one)));
        hint.setVisible(now.dueDate() == null && !set.isEmpty());
    }

    private ListItem item(TaskReminder set) {
        var what = words(set.reminder());
        var words = new Span(what);
        words.addClassName("person-name");
        var item = new ListItem(
                new Icon("bell"),
                words,
                Push.icon(
                        "close",
                        desk.say("reminder.remove", what),
                        "reminder-remove",
                        _ -> done(desk.actions()
                                .send(() -> new RemoveReminder(set.reminderId().taskId(), set.reminderId())))));
        item.getElement().setAttribute("data-testid", "reminder");
        return item;
    }

    private String words(Reminder reminder) {
        return switch (reminder) {
            case Reminder.BeforeTime(var minutes) when minutes == 0 -> desk.say("reminder.at-time");
            case Reminder.BeforeTime(var minutes) when minutes % HOUR != 0 -> desk.say("reminder.minutes", minutes);
            case Reminder.BeforeTime(var minutes) -> desk.say("reminder.hours", minutes / HOUR);
            case Reminder.OnDay(var days, var at) ->
                desk.say("reminder.day", days, desk.calendar().clockTime(at));
        };
    }

    private void set(Reminder reminder) {
        var about = task;
        if (about != null) {
            more.clear();
            done(desk.actions().send(() -> new SetReminder(about, ReminderId.next(about), reminder)));
        }
    }

    private void done(Optional<Rejection> refused) {
        refused.ifPresent(desk::tell);
        onChange.run();
    }
}
