package io.taskledger.ui.task;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.RunOf;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.task.TimelineEntry;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** What a person can know of tasks. */
@Component
class TaskQuestions {

    private final QueryGateway gateway;

    TaskQuestions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    Optional<TaskDetails> find(TaskId task) {
        return gateway.query(new TaskQuery.FindTask(task), ResponseTypes.optionalInstanceOf(TaskDetails.class))
                .join();
    }

    Slice<TaskDetails> scroll(TaskFilter filter, TaskSort sort, String after, int limit) {
        return gateway.query(new TaskQuery.ScrollTasks(filter, sort, after, limit), RunOf.slice(TaskDetails.class))
                .join();
    }

    long count(TaskFilter filter) {
        return gateway.query(new TaskQuery.CountTasks(filter), ResponseTypes.instanceOf(Long.class))
                .join();
    }

    /** Oldest first; empty where there is no such task. */
    List<TimelineEntry> timeline(TaskId task) {
        return gateway.query(new TaskQuery.ReadTimeline(task), ResponseTypes.multipleInstancesOf(TimelineEntry.class))
                .join();
    }
}
