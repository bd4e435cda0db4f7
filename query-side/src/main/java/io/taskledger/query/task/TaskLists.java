package io.taskledger.query.task;

import java.util.Optional;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.query.account.UserNames;
import org.springframework.stereotype.Component;

/** Which tasks a list has: of what its reader is told those that a filter leaves, once the people that it names are known. */
@Component
class TaskLists {

    private final UserNames names;
    private final ShownList shown;

    TaskLists(UserNames names, ShownList shown) {
        this.names = names;
        this.shown = shown;
    }

    TaskListSql of(TaskFilter filter, TaskScope scope) {
        var wanted = told(filter, scope).and(FilterSql.NOW.of(filter, assignee(filter)));
        if (filter.list() != null) {
            wanted.and(shown.is(filter.list()));
        }
        if (filter.search().isEmpty()) {
            return new TaskListSql(wanted);
        }
        if (!FieldRules.isStorable(filter.search())) {
            return new TaskListSql(wanted.and("false"));
        }
        var words = SearchWords.of(filter.search());
        return words.isEmpty()
                ? new TaskListSql(wanted.and(SearchWords.blanks("t", filter.search())))
                : new TaskListSql(
                        wanted,
                        Optional.of(new SearchSql(words, scope, !filter.reachesOut())),
                        filter.equals(TaskFilter.everything().search(filter.search())));
    }

    private static Conditions told(TaskFilter filter, TaskScope scope) {
        if (!filter.reachesOut()) {
            return scope.own();
        }
        return filter.sharedWithActor() ? scope.visible().and(scope.shared()) : scope.visible();
    }

    private Optional<String> assignee(TaskFilter filter) {
        var name = filter.assignee() == null ? null : filter.assignee().name();
        return name == null
                ? Optional.empty()
                : UserId.parse(name).map(UserId::text).or(() -> names.idOf(name));
    }
}
