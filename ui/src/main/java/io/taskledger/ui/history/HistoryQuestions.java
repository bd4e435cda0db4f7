package io.taskledger.ui.history;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Page;
import io.taskledger.messages.history.HistoryQuery.BlameTask;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.TaskBlame;
import io.taskledger.messages.history.TaskBlame.FieldBlame;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.ui.gateway.ScreenGateway;
import org.springframework.stereotype.Component;

/** What a person can know of a task's past. */
@Component
public class HistoryQuestions {

    private final ScreenGateway house;

    HistoryQuestions(ScreenGateway house) {
        this.house = house;
    }

    /** Oldest first; empty where there is no such task. */
    public List<TimelineEntry> timeline(TaskId task) {
        return house.list(new TaskQuery.ReadTimeline(task), TimelineEntry.class);
    }

    /** Who set the field to what it is; empty where nobody ever did. */
    public Optional<FieldBlame> setBy(TaskId task, String field) {
        return house.find(new BlameTask(task), TaskBlame.class).stream()
                .flatMap(blame -> blame.fields().stream())
                .filter(one -> one.field().equals(field))
                .findFirst();
    }

    /** The latest first. */
    Page<TaskVersion> versions(TaskId task, int skip, int limit) {
        return house.page(new ListVersions(task, skip, limit), TaskVersion.class);
    }

    Optional<TaskVersion> version(TaskId task, long number) {
        return house.find(new FindVersion(task, number), TaskVersion.class);
    }
}
