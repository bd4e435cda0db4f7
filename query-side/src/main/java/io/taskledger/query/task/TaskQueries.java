package io.taskledger.query.task;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Page;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.FindTasks;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ListTrash;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.messages.task.TaskQuery.WatchTasks;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** What a person is told of tasks as they are now. */
@Component
class TaskQueries {

    private static final SortKey LATEST_DELETED = new SortKey("deleted_at", true);

    private final TaskReading tasks;
    private final TaskLists lists;
    private final TaskScopes scopes;
    private final TaskDescriptions descriptions;
    private final Answering answering;

    TaskQueries(
            TaskReading tasks, TaskLists lists, TaskScopes scopes, TaskDescriptions descriptions, Answering answering) {
        this.tasks = tasks;
        this.lists = lists;
        this.scopes = scopes;
        this.descriptions = descriptions;
        this.answering = answering;
    }

    @QueryHandler
    Optional<TaskDetails> handle(FindTask query, Actor actor) {
        return handle(new FindTasks(List.of(query.taskId())), actor).stream().findFirst();
    }

    @QueryHandler
    List<TaskDetails> handle(FindTasks query, Actor actor) {
        return answering.with(() -> {
            var scope = scopes.of(actor);
            var called = scope.visible().and(TaskScope.called(query.taskIds()));
            return descriptions.of(tasks.all(called, SortKey.ID), scope);
        });
    }

    @QueryHandler
    Page<TaskDetails> handle(ListTasks query, Actor actor) {
        return answering.with(() -> {
            var scope = scopes.of(actor);
            var key = TaskOrder.of(query.sort()).key();
            return page(lists.of(query.filter(), scope), key, query.skip(), query.limit(), scope);
        });
    }

    @QueryHandler
    Page<TaskDetails> handle(ListTrash query, Actor actor) {
        return answering.with(() -> {
            var scope = scopes.of(actor);
            return page(new TaskListSql(scope.recoverable()), LATEST_DELETED, query.skip(), query.limit(), scope);
        });
    }

    @QueryHandler
    Slice<TaskDetails> handle(ScrollTasks query, Actor actor) {
        return answering.with(() -> {
            var scope = scopes.of(actor);
            var order = TaskOrder.of(query.sort());
            var list = lists.of(query.filter(), scope);
            list.wanted().and(order.after(query.after()));
            var rows = tasks.slice(list, order.key(), query.limit());
            if (rows.size() <= query.limit()) {
                return new Slice<>(descriptions.of(rows, scope), Optional.empty());
            }
            var slice = rows.subList(0, query.limit());
            return new Slice<>(descriptions.of(slice, scope), Optional.of(order.cursor(slice.getLast())));
        });
    }

    @QueryHandler
    Long handle(CountTasks query, Actor actor) {
        return answering.with(() -> tasks.count(lists.of(query.filter(), scopes.of(actor))));
    }

    /** The start of a subscription: there is nothing to tell before something happens. */
    @QueryHandler
    Optional<TaskDetails> handle(WatchTasks query, Actor actor) {
        return Optional.empty();
    }

    private Page<TaskDetails> page(TaskListSql list, SortKey key, int skip, int limit, TaskScope scope) {
        var found = tasks.page(list, key, skip, limit);
        return new Page<>(descriptions.of(found.rows(), scope), found.total(), skip, limit);
    }
}
