package io.taskledger.query.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.SharedTask;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.FindComment;
import io.taskledger.messages.task.TaskQuery.FindFile;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.FindTasks;
import io.taskledger.messages.task.TaskQuery.ListComments;
import io.taskledger.messages.task.TaskQuery.ListFiles;
import io.taskledger.messages.task.TaskQuery.ListReminders;
import io.taskledger.messages.task.TaskQuery.ListSharedWithMe;
import io.taskledger.messages.task.TaskQuery.ListShares;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.query.account.UserNames;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** What a person is told of tasks' parts: whoever may see a task may see these, but for what the queries say. */
@Component
class TaskPartQueries {

    private final TaskQueries tasks;
    private final ShareRepository shares;
    private final CommentRepository comments;
    private final FileRepository files;
    private final ReminderRepository reminders;
    private final UserNames names;
    private final Answering answering;

    TaskPartQueries(
            TaskQueries tasks,
            ShareRepository shares,
            CommentRepository comments,
            FileRepository files,
            ReminderRepository reminders,
            UserNames names,
            Answering answering) {
        this.tasks = tasks;
        this.shares = shares;
        this.comments = comments;
        this.files = files;
        this.reminders = reminders;
        this.names = names;
        this.answering = answering;
    }

    @QueryHandler
    List<SharedTask> handle(ListSharedWithMe query, Actor actor) {
        return answering.with(() -> {
            var mine = shares.findByUserIdOrderBySharedAtAscIdAsc(actor.userId().text());
            var ids = mine.stream().map(share -> new TaskId(share.taskId())).toList();
            var seen = tasks.handle(new FindTasks(ids), actor).stream()
                    .collect(Collectors.toMap(task -> task.taskId().text(), task -> task));
            var owners = names(
                    seen.values().stream().map(task -> task.owner().text()).collect(Collectors.toSet()));
            return mine.stream()
                    .flatMap(share -> Optional.ofNullable(seen.get(share.taskId())).stream()
                            .map(task -> new SharedTask(
                                    task,
                                    share.permission(),
                                    owners.get(task.owner().text()))))
                    .toList();
        });
    }

    @QueryHandler
    List<TaskShare> handle(ListShares query, Actor actor) {
        return answering.with(() -> {
            if (!isSeen(query.taskId(), TaskLevel.ALL, actor)) {
                return List.of();
            }
            var rows = shares.findByTaskIdOrderBySharedAtAscIdAsc(query.taskId().text());
            var people = names(rows.stream().map(ShareEntity::userId).collect(Collectors.toSet()));
            return rows.stream().map(share -> share.share(people)).toList();
        });
    }

    @QueryHandler
    List<TaskComment> handle(ListComments query, Actor actor) {
        return tasks.handle(new FindTask(query.taskId()), actor)
                .map(task -> task.comments())
                .orElse(List.of());
    }

    @QueryHandler
    Optional<TaskComment> handle(FindComment query, Actor actor) {
        return answering.with(() -> isSeen(query.commentId().taskId(), TaskLevel.VIEW, actor)
                ? comments.findById(query.commentId().text())
                        .map(comment -> comment.comment(names(List.of(comment.author()))))
                : Optional.empty());
    }

    @QueryHandler
    List<TaskFile> handle(ListFiles query, Actor actor) {
        return answering.with(() -> isSeen(query.taskId(), TaskLevel.VIEW, actor)
                ? files.findByTaskIdOrderById(query.taskId().text()).stream()
                        .map(FileEntity::file)
                        .toList()
                : List.of());
    }

    @QueryHandler
    Optional<TaskFile> handle(FindFile query, Actor actor) {
        return answering.with(() -> isSeen(query.fileId().taskId(), TaskLevel.VIEW, actor)
                ? files.findById(query.fileId().text()).map(FileEntity::file)
                : Optional.empty());
    }

    @QueryHandler
    List<TaskReminder> handle(ListReminders query, Actor actor) {
        return answering.with(() -> isSeen(query.taskId(), TaskLevel.VIEW, actor)
                ? reminders
                        .findByTaskIdAndUserIdOrderById(
                                query.taskId().text(), actor.userId().text())
                        .stream()
                        .map(ReminderEntity::reminder)
                        .toList()
                : List.of());
    }

    private boolean isSeen(TaskId task, TaskLevel least, Actor actor) {
        return tasks.handle(new FindTask(task), actor)
                .filter(found -> found.level().includes(least))
                .isPresent();
    }

    private Map<String, String> names(Collection<String> people) {
        return names.of(people);
    }
}
