package io.taskledger.query.task;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Page;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.FindTasks;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ListTrash;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.messages.task.TaskQuery.WatchTasks;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** What a person is told of tasks as they are now. */
@Component
class TaskQueries {

    private static final Sort LATEST_DELETED = Sort.by(Sort.Direction.DESC, "deletedAt", "id");

    private final TaskRepository tasks;
    private final ShareRepository shares;
    private final TaskScopes scopes;
    private final TaskMatches matches;
    private final TaskDescriptions descriptions;
    private final Answering answering;

    TaskQueries(
            TaskRepository tasks,
            ShareRepository shares,
            TaskScopes scopes,
            TaskMatches matches,
            TaskDescriptions descriptions,
            Answering answering) {
        this.tasks = tasks;
        this.shares = shares;
        this.scopes = scopes;
        this.matches = matches;
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
            var ids = query.taskIds().stream().map(TaskId::text).toList();
            return descriptions.of(tasks.findAll(scope.visible().and(TaskRows.called(ids)), Sort.by("id")), scope);
        });
    }

    @QueryHandler
    Page<TaskDetails> handle(ListTasks query, Actor actor) {
        return answering.with(() -> {
            var scope = scopes.of(actor);
            var sort = TaskOrder.of(query.sort()).columns();
            return page(wanted(query.filter(), scope), sort, query.skip(), query.limit(), scope);
        });
    }

    @QueryHandler
    Page<TaskDetails> handle(ListTrash query, Actor actor) {
        return answering.with(() -> {
            var scope = scopes.of(actor);
            return page(scope.recoverable(), LATEST_DELETED, query.skip(), query.limit(), scope);
        });
    }

    @QueryHandler
    Slice<TaskDetails> handle(ScrollTasks query, Actor actor) {
        return answering.with(() -> {
            var scope = scopes.of(actor);
            var order = TaskOrder.of(query.sort());
            Window<TaskEntity> rows = tasks.findBy(
                    wanted(query.filter(), scope),
                    rest -> rest.sortBy(order.columns()).limit(query.limit()).scroll(order.after(query.after())));
            Optional<String> next = rows.hasNext() && !rows.isEmpty()
                    ? Optional.of(order.cursor((KeysetScrollPosition) rows.positionAt(rows.size() - 1)))
                    : Optional.empty();
            return new Slice<>(descriptions.of(rows.toList(), scope), next);
        });
    }

    @QueryHandler
    Long handle(CountTasks query, Actor actor) {
        return answering.with(() -> tasks.count(wanted(query.filter(), scopes.of(actor))));
    }

    /** The start of a subscription: there is nothing to tell before something happens. */
    @QueryHandler
    Optional<TaskDetails> handle(WatchTasks query, Actor actor) {
        return Optional.empty();
    }

    private Specification<TaskEntity> wanted(TaskFilter filter, TaskScope scope) {
        if (!filter.reachesOut()) {
            return scope.own().and(matches.of(filter, scope));
        }
        var shared = shares.tasksSharedWith(scope.actor().text());
        var told = scope.visible(shared);
        var asked = filter.sharedWithActor() ? told.and(TaskRows.amongst(shared)) : told;
        return asked.and(matches.of(filter, scope));
    }

    private Page<TaskDetails> page(Specification<TaskEntity> wanted, Sort sort, int skip, int limit, TaskScope scope) {
        // An offset names the last row that is left out.
        var start = skip == 0 ? ScrollPosition.offset() : ScrollPosition.offset(skip - 1L);
        Window<TaskEntity> rows =
                tasks.findBy(wanted, rest -> rest.sortBy(sort).limit(limit).scroll(start));
        return new Page<>(descriptions.of(rows.toList(), scope), tasks.count(wanted), skip, limit);
    }
}
