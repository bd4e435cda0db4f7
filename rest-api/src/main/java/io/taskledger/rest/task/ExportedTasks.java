package io.taskledger.rest.task;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.taskledger.messages.task.SharedTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskQuery.ListReminders;
import io.taskledger.messages.task.TaskQuery.ListSharedWithMe;
import io.taskledger.messages.task.TaskQuery.ListShares;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ListTrash;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.task.TaskSort.Field;
import io.taskledger.rest.export.ExportArchive;
import io.taskledger.rest.export.ExportPart;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One's own tasks with all that hangs on them, those in the trash, and those that others share. */
@Component
@Order(3)
class ExportedTasks implements ExportPart {

    private static final int PAGE = 100;

    private final Gateways gateways;

    ExportedTasks(Gateways gateways) {
        this.gateways = gateways;
    }

    /** A task, and what is told of it at addresses of its own. */
    record Whole(@JsonUnwrapped TaskAnswer task, List<ShareAnswer> shares, List<ReminderAnswer> reminders) {}

    @Override
    public void writeTo(ExportArchive archive) throws IOException {
        archive.list("tasks.json", own());
        archive.list("trash.json", trash());
        archive.list(
                "shared-with-me.json",
                gateways.list(new ListSharedWithMe(), SharedTask.class).stream()
                        .map(ShareAnswer.WithMe::of)
                        .iterator());
    }

    /** By id, which grows: what comes meanwhile is at the end. */
    private Iterator<Whole> own() {
        var sort = TaskSort.by(Field.ID);
        return ExportArchive.paged(before ->
                gateways
                        .page(new ListTasks(TaskFilter.everything(), sort, before, PAGE), TaskDetails.class)
                        .items()
                        .stream()
                        .map(this::whole)
                        .toList());
    }

    private Iterator<TaskAnswer> trash() {
        return ExportArchive.paged(
                before -> gateways.page(new ListTrash(before, PAGE), TaskDetails.class).items().stream()
                        .map(TaskAnswer::of)
                        .toList());
    }

    private Whole whole(TaskDetails task) {
        var shares = task.shareCount() == 0
                ? List.<TaskShare>of()
                : gateways.list(new ListShares(task.taskId()), TaskShare.class);
        var reminders = task.dueDate() == null
                ? List.<TaskReminder>of()
                : gateways.list(new ListReminders(task.taskId()), TaskReminder.class);
        return new Whole(
                TaskAnswer.of(task),
                shares.stream().map(ShareAnswer::of).toList(),
                reminders.stream().map(ReminderAnswer::of).toList());
    }
}
