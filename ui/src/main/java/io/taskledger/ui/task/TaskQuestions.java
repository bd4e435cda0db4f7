package io.taskledger.ui.task;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.RunOf;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.messages.task.TaskSort;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** What a person can know of tasks. */
@Component
public class TaskQuestions {

    private final QueryGateway gateway;

    TaskQuestions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    public Optional<TaskDetails> find(TaskId task) {
        return gateway.query(new TaskQuery.FindTask(task), ResponseTypes.optionalInstanceOf(TaskDetails.class))
                .join();
    }

    public Slice<TaskDetails> scroll(TaskFilter filter, TaskSort sort, String after, int limit) {
        return gateway.query(new TaskQuery.ScrollTasks(filter, sort, after, limit), RunOf.slice(TaskDetails.class))
                .join();
    }

    public long count(TaskFilter filter) {
        return gateway.query(new TaskQuery.CountTasks(filter), ResponseTypes.instanceOf(Long.class))
                .join();
    }

    /** Empty where the person does not see the workspace, and where nothing fits there any more. */
    public Optional<TaskHome> place(TaskQuery.FindPlace query) {
        return gateway.query(query, ResponseTypes.optionalInstanceOf(TaskHome.class))
                .join();
    }

    /** Whom it is shared with, the oldest first; empty for who may not share it. */
    List<TaskShare> shares(TaskId task) {
        return gateway.query(new TaskQuery.ListShares(task), ResponseTypes.multipleInstancesOf(TaskShare.class))
                .join();
    }

    /** The person's own, the oldest first. */
    List<TaskReminder> reminders(TaskId task) {
        return gateway.query(new TaskQuery.ListReminders(task), ResponseTypes.multipleInstancesOf(TaskReminder.class))
                .join();
    }
}
