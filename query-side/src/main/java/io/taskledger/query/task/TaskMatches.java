package io.taskledger.query.task;

import java.util.Optional;

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

    TaskMatches(UserNames names) {
        this.names = names;
    }

    Specification<TaskEntity> of(TaskFilter filter) {
        var matching = TaskRows.matching(filter);
        return filter.assignee() == null ? matching : matching.and(assigned(filter.assignee()));
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
