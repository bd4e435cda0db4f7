package io.taskledger.query.task;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.taskledger.messages.Actor;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Page;
import io.taskledger.messages.task.FoundTask;
import io.taskledger.messages.task.TaskQuery.SearchTasks;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** What a person finds by words, and where. */
@Component
class SearchQueries {

    private final TaskSearch search;
    private final TaskRepository tasks;
    private final TaskScopes scopes;
    private final TaskDescriptions descriptions;
    private final Answering answering;

    SearchQueries(
            TaskSearch search,
            TaskRepository tasks,
            TaskScopes scopes,
            TaskDescriptions descriptions,
            Answering answering) {
        this.search = search;
        this.tasks = tasks;
        this.scopes = scopes;
        this.descriptions = descriptions;
        this.answering = answering;
    }

    @QueryHandler
    Page<FoundTask> handle(SearchTasks query, Actor actor) {
        var words = SearchWords.of(query.text());
        if (words.isEmpty() || !FieldRules.isStorable(query.text())) {
            return new Page<>(List.of(), 0, query.skip(), query.limit());
        }
        return answering.with(() -> {
            var scope = scopes.of(actor);
            var hits = search.best(words, scope, query.skip(), query.limit());
            return new Page<>(found(hits.ids(), words, scope), hits.total(), query.skip(), query.limit());
        });
    }

    private List<FoundTask> found(List<String> ids, SearchWords words, TaskScope scope) {
        var rows = tasks.findAll(scope.visible().and(TaskRows.called(ids))).stream()
                .collect(Collectors.toMap(TaskEntity::id, Function.identity()));
        // Each statement reads the projection as it is by then: a task may be gone.
        var inOrder = ids.stream().filter(rows::containsKey).map(rows::get).toList();
        var passages = new Passages(words);
        return descriptions.of(inOrder, scope).stream()
                .map(task -> new FoundTask(task, passages.of(task)))
                .toList();
    }
}
