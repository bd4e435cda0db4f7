package io.taskledger.query.task;

import java.util.Optional;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskFilter.Assignee;
import io.taskledger.query.account.UserNames;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Which rows a filter leaves, once the people that it names are known. */
@Component
class TaskMatches {

    private final UserNames names;
    private final TaskSearch search;

    TaskMatches(UserNames names, TaskSearch search) {
        this.names = names;
        this.search = search;
    }

    /** @param scope which tasks are searched where words are wanted */
    Specification<TaskEntity> of(TaskFilter filter, TaskScope scope) {
        var matching = TaskRows.matching(filter);
        if (!filter.search().isEmpty()) {
            matching = matching.and(mentioning(filter, scope));
        }
        return filter.assignee() == null ? matching : matching.and(assigned(filter.assignee()));
    }

    /** Found once, for the rows and for their count. */
    private Specification<TaskEntity> mentioning(TaskFilter filter, TaskScope scope) {
        var words = SearchWords.of(filter.search());
        if (!FieldRules.isStorable(filter.search())) {
            return (task, query, build) -> build.disjunction();
        }
        return words.isEmpty()
                ? TaskRows.containing(filter.search())
                : TaskRows.amongst(search.ids(words, scope, !filter.reachesOut()));
    }

    private Specification<TaskEntity> assigned(Assignee assignee) {
        if (assignee.name() == null) {
            return (task, query, build) -> build.isNull(task.get("assignee"));
        }
        var person = account(assignee.name());
        return (task, query, build) ->
                person.map(id -> build.equal(task.get("assignee"), id)).orElseGet(build::disjunction);
    }

    private Optional<String> account(String name) {
        return UserId.parse(name).map(UserId::text).or(() -> names.idOf(name));
    }
}
