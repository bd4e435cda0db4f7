package io.taskledger.query.task;

import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Page;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.messages.task.TaskQuery.WatchTasks;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Component;

/** What a person is told of their tasks as they are now. */
@Component
class TaskQueries {

    private final TaskRepository tasks;

    TaskQueries(TaskRepository tasks) {
        this.tasks = tasks;
    }

    @QueryHandler
    Optional<TaskDetails> handle(FindTask query, Actor actor) {
        return tasks.findOne(TaskRows.visibleTo(actor.userId()).and(TaskRows.called(query.taskId())))
                .map(TaskEntity::details);
    }

    @QueryHandler
    Page<TaskDetails> handle(ListTasks query, Actor actor) {
        var wanted = TaskRows.visibleTo(actor.userId()).and(TaskRows.matching(query.filter()));
        // An offset names the last row that is left out.
        var start = query.skip() == 0 ? ScrollPosition.offset() : ScrollPosition.offset(query.skip() - 1L);
        Window<TaskEntity> rows = tasks.findBy(
                wanted,
                rest -> rest.sortBy(TaskOrder.of(query.sort()).columns())
                        .limit(query.limit())
                        .scroll(start));
        return new Page<>(rows.map(TaskEntity::details).toList(), tasks.count(wanted), query.skip(), query.limit());
    }

    @QueryHandler
    Slice<TaskDetails> handle(ScrollTasks query, Actor actor) {
        var wanted = TaskRows.visibleTo(actor.userId()).and(TaskRows.matching(query.filter()));
        var order = TaskOrder.of(query.sort());
        Window<TaskEntity> rows = tasks.findBy(
                wanted,
                rest -> rest.sortBy(order.columns()).limit(query.limit()).scroll(order.after(query.after())));
        Optional<String> next = rows.hasNext() && !rows.isEmpty()
                ? Optional.of(order.cursor((KeysetScrollPosition) rows.positionAt(rows.size() - 1)))
                : Optional.empty();
        return new Slice<>(rows.map(TaskEntity::details).toList(), next);
    }

    @QueryHandler
    Long handle(CountTasks query, Actor actor) {
        return tasks.count(TaskRows.visibleTo(actor.userId()).and(TaskRows.matching(query.filter())));
    }

    /** The start of a subscription: there is nothing to tell before something happens. */
    @QueryHandler
    Optional<TaskDetails> handle(WatchTasks query, Actor actor) {
        return Optional.empty();
    }
}
