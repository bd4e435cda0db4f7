package io.taskledger.query.task;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.query.account.UserNames;
import org.springframework.stereotype.Component;

/** Puts together what is told of tasks: their rows, their comments, names of people, what who asks may do. */
@Component
class TaskDescriptions {

    private final CommentRepository comments;
    private final ShareRepository shares;
    private final UserNames names;

    TaskDescriptions(CommentRepository comments, ShareRepository shares, UserNames names) {
        this.comments = comments;
        this.shares = shares;
        this.names = names;
    }

    /** In the order of the rows, all of which are in the scope. A list without comments and shares costs no statement. */
    List<TaskDetails> of(List<TaskRow> tasks, TaskScope scope) {
        var said = said(tasks);
        var levels = levels(tasks, scope);
        var people = names.of(Stream.concat(
                        tasks.stream().map(TaskRow::assignee).filter(Objects::nonNull),
                        said.values().stream().flatMap(List::stream).map(CommentEntity::author))
                .collect(Collectors.toSet()));
        return tasks.stream()
                .map(task -> task.details(
                        people,
                        said.getOrDefault(task.id(), List.of()).stream()
                                .map(comment -> comment.comment(people))
                                .toList(),
                        levels.getOrDefault(task.id(), TaskLevel.VIEW)))
                .toList();
    }

    /** Task id → what who asks may do with it. */
    Map<String, TaskLevel> levels(List<TaskRow> tasks, TaskScope scope) {
        var shared = shared(tasks, scope);
        return tasks.stream()
                .collect(Collectors.toMap(
                        TaskRow::id,
                        task -> Optional.ofNullable(scope.level(task, shared.get(task.id())))
                                .orElse(TaskLevel.VIEW)));
    }

    private Map<String, List<CommentEntity>> said(List<TaskRow> tasks) {
        var commented =
                tasks.stream().filter(TaskRow::hasComments).map(TaskRow::id).toList();
        return commented.isEmpty()
                ? Map.of()
                : comments.findByTaskIdInOrderById(commented).stream()
                        .collect(Collectors.groupingBy(CommentEntity::taskId));
    }

    private Map<String, Permission> shared(List<TaskRow> tasks, TaskScope scope) {
        var foreign = tasks.stream()
                .filter(task -> !task.workspace().isPersonalOf(scope.actor()))
                .map(TaskRow::id)
                .toList();
        return foreign.isEmpty()
                ? Map.of()
                : shares.findByUserIdAndTaskIdIn(scope.actor().text(), foreign).stream()
                        .collect(Collectors.toMap(ShareEntity::taskId, ShareEntity::permission));
    }
}
