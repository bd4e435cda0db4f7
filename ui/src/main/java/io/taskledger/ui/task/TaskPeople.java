package io.taskledger.ui.task;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;

/** Who has to do with a task, as far as one may know: oneself, its workspace's members, and whom it is shared with. */
final class TaskPeople {

    private TaskPeople() {}

    /** Usernames, oneself first. */
    static List<String> of(Desk desk, TaskDetails task) {
        var names = new LinkedHashSet<String>();
        Acting.signedIn().map(SignedIn::username).ifPresent(names::add);
        names.addAll(desk.workspaces().members(task.home().workspaceId()));
        if (task.level().includes(TaskLevel.ALL)) {
            desk.questions().shares(task.taskId()).stream()
                    .flatMap(share -> Optional.ofNullable(share.username()).stream())
                    .forEach(names::add);
        }
        Optional.ofNullable(task.assigneeName()).ifPresent(names::add);
        task.comments().stream()
                .flatMap(comment -> Optional.ofNullable(comment.authorName()).stream())
                .forEach(names::add);
        return List.copyOf(names);
    }
}
