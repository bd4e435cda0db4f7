package io.taskledger.query.task;

import java.util.List;

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

    private final TaskReading tasks;
    private final TaskScopes scopes;
    private final TaskDescriptions descriptions;
    private final Answering answering;

    SearchQueries(TaskReading tasks, TaskScopes scopes, TaskDescriptions descriptions, Answering answering) {
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
            var found = tasks.best(new SearchSql(words, scope, false), query.skip(), query.limit());
            var passages = new Passages(words);
            var told = descriptions.of(found.rows(), scope).stream()
                    .map(task -> new FoundTask(task, passages.of(task)))
                    .toList();
            return new Page<>(told, found.total(), query.skip(), query.limit());
        });
    }
}
