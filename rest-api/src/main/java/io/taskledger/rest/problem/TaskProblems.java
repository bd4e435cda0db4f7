package io.taskledger.rest.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection;

/** Words for why a task's command is refused. */
final class TaskProblems {

    private TaskProblems() {}

    static Problem wordsFor(TaskRejection rejection) {
        return switch (rejection) {
            case TaskRejection.NotFound(var id) -> Problem.taskNotFound(id.text());
            case TaskRejection.TasksNotFound(var ids) -> notFound("Tasks not found: " + listed(ids));
            case TaskRejection.NotPermitted _ ->
                Problem.of(ProblemType.UNAUTHORIZED_ACCESS, "You do not have permission to access this task");
            case TaskRejection.TagNotFound(var id, var tag) -> Problem.tagNotFound(id.text(), tag);
            case TaskRejection.NotInTrash _ -> notNow("The task is not in the trash: delete it first");
            case TaskRejection.EditedMeanwhile edited -> Problem.editedMeanwhile(edited.winners());
            case TaskRejection.VersionMismatch mismatch ->
                Problem.of(
                        ProblemType.PRECONDITION_FAILED,
                        mismatch.expected() < 0
                                ? "The task is in version " + mismatch.actual() + ", which If-Match does not name"
                                : "The task is in version " + mismatch.actual() + ", not in " + mismatch.expected());
            case TaskRejection.SharedWithOneself _ ->
                Problem.of(ProblemType.BAD_REQUEST, "Cannot share task with yourself");
            case TaskRejection.AlreadyShared _ -> notNow("Task already shared with this user");
            case TaskRejection.NotShared shared ->
                notFound(
                        shared.username() == null
                                ? "Task is not shared with you"
                                : "Task is not shared with '" + shared.username() + "'");
            case TaskRejection.AssigneeWithoutAccess without ->
                notNow("User '" + without.username() + "' has no access to the task: share it first");
            case TaskRejection.CommentNotFound _ -> notFound("Comment not found");
            case TaskRejection.CommentNotYours(var id) ->
                Problem.of(ProblemType.UNAUTHORIZED_ACCESS, "You are not authorized to access comment_id=" + id);
            case TaskRejection.FileNotFound(var id) -> notFound("File with ID " + id + " not found");
            case TaskRejection.ReminderNotFound(var id) -> notFound("Reminder with ID " + id + " not found");
            case TaskRejection.VersionNotFound(var id, var version) -> Problem.versionNotFound(id.text(), version);
            case TaskRejection.TooManyParts many ->
                notNow("A task has at most " + many.limit() + " "
                        + many.part().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "s");
        };
    }

    private static String listed(List<TaskId> ids) {
        return ids.stream().map(TaskId::text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static Problem notFound(String detail) {
        return Problem.of(ProblemType.NOT_FOUND, detail);
    }

    private static Problem notNow(String detail) {
        return Problem.of(ProblemType.NOT_AS_THINGS_STAND, detail);
    }
}
