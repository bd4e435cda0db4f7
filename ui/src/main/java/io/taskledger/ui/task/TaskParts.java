package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.history.WhoDidThat;

/** What a task has beside its fields: whose turn and where, reminders, files, people. */
class TaskParts extends Div {

    private final Desk desk;
    private final WhereFields where;
    private final RemindersSection reminders;
    private final FilesSection files;
    private final SharingSection sharing;
    private final Paragraph dates = new Paragraph();

    /**
     * @param onChange called after each change that was saved
     * @param onLeft called once the task is not one's own to see any more
     */
    TaskParts(Desk desk, WhoDidThat who, Runnable onChange, Runnable onLeft) {
        this.desk = desk;
        where = new WhereFields(desk, who, onChange);
        reminders = new RemindersSection(desk, onChange);
        files = new FilesSection(desk, onChange);
        sharing = new SharingSection(desk, onChange, onLeft);
        dates.addClassName("dates");
        addClassName("task-parts");
        add(where, reminders, files, sharing, dates);
    }

    void show(TaskDetails now) {
        where.show(now);
        reminders.show(now);
        files.show(now);
        sharing.show(now);
        var calendar = desk.calendar();
        dates.setText(desk.say("panel.dates", calendar.exact(now.createdAt()), calendar.exact(now.updatedAt())));
    }
}
