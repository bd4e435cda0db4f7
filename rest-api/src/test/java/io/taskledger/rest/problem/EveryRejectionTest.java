package io.taskledger.rest.problem;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.history.HistoryRejection;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.Winner;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRejection;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The contract's statuses and words, for every refusal of tasks, accounts and workspaces. */
class EveryRejectionTest {

    private static final TaskId TASK = new TaskId("task-01JZ0000000000000000000001");
    private static final UserId ANN = new UserId("user-01JZ0000000000000000000002");
    private static final WorkspaceId TEAM = new WorkspaceId("ws-01JZ0000000000000000000003");
    private static final ListId LIST = new ListId("list-01JZ0000000000000000000004");
    private static final InvitationId INVITATION = new InvitationId("invitation-01JZ0000000000000000000005");
    private static final CommentId COMMENT = CommentId.next(TASK);
    private static final FileId FILE = FileId.next(TASK);
    private static final ReminderId REMINDER = ReminderId.next(TASK);

    static Stream<Arguments> rejections() {
        return Stream.of(ofTasks(), ofAccounts(), ofWorkspaces(), ofHistory()).flatMap(List::stream);
    }

    private static List<Arguments> ofTasks() {
        return List.of(
                arguments(new TaskRejection.NotFound(TASK), 404, "Task with ID " + TASK + " not found"),
                arguments(new TaskRejection.TasksNotFound(List.of(TASK)), 404, "Tasks not found: [" + TASK + "]"),
                arguments(new TaskRejection.NotPermitted(TASK), 403, "You do not have permission to access this task"),
                arguments(new TaskRejection.TagNotFound(TASK, "x"), 404, "Tag 'x' not found on task " + TASK),
                arguments(new TaskRejection.NotInTrash(TASK), 409, "The task is not in the trash: delete it first"),
                arguments(
                        new TaskRejection.EditedMeanwhile(TASK, List.of(new Winner("title", "Feed", ANN))),
                        409,
                        "Somebody else changed meanwhile: title"),
                arguments(new TaskRejection.VersionMismatch(TASK, 1, 2), 412, "The task is in version 2, not in 1"),
                arguments(new TaskRejection.SharedWithOneself(TASK), 400, "Cannot share task with yourself"),
                arguments(new TaskRejection.AlreadyShared(TASK, ANN), 409, "Task already shared with this user"),
                arguments(new TaskRejection.NotShared(TASK, "x"), 404, "Task is not shared with 'x'"),
                arguments(new TaskRejection.NotShared(TASK, null), 404, "Task is not shared with you"),
                arguments(
                        new TaskRejection.AssigneeWithoutAccess(TASK, "x"),
                        409,
                        "User 'x' has no access to the task: share it first"),
                arguments(new TaskRejection.CommentNotFound(COMMENT), 404, "Comment not found"),
                arguments(
                        new TaskRejection.CommentNotYours(COMMENT),
                        403,
                        "You are not authorized to access comment_id=" + COMMENT),
                arguments(new TaskRejection.FileNotFound(FILE), 404, "File with ID " + FILE + " not found"),
                arguments(
                        new TaskRejection.ReminderNotFound(REMINDER),
                        404,
                        "Reminder with ID " + REMINDER + " not found"),
                arguments(
                        new TaskRejection.VersionNotFound(TASK, 7),
                        404,
                        "Version 7 of task " + TASK.text() + " not found"),
                arguments(new TaskRejection.TooManyParts(TASK, Part.FILE, 200), 409, "A task has at most 200 files"));
    }

    private static List<Arguments> ofAccounts() {
        return List.of(
                arguments(new AccountRejection.UsernameTaken("x"), 409, "Username 'x' is already registered"),
                arguments(new AccountRejection.EmailTaken("x"), 409, "Email 'x' is already registered"),
                arguments(new AccountRejection.UserNotFound("x"), 404, "User 'x' not found"),
                arguments(new AccountRejection.NoSuchAccount(ANN), 404, "User with ID " + ANN + " not found"),
                arguments(new AccountRejection.OwnAccountOnly(ANN), 403, "This account is somebody else's"),
                arguments(new AccountRejection.GrantedByOperators(ANN), 403, "Only who runs the instance grants this"),
                arguments(new AccountRejection.DemoStays(), 403, "The demo account is everybody's: it stays as it is"),
                arguments(
                        new AccountRejection.LastAdminOf(List.of("Orchard", "Garden")),
                        409,
                        "The last admin of: Orchard, Garden. Make somebody else an admin there first"));
    }

    private static List<Arguments> ofWorkspaces() {
        return List.of(
                arguments(
                        new WorkspaceRejection.WorkspaceNotFound(TEAM),
                        404,
                        "Workspace with ID " + TEAM + " not found"),
                arguments(
                        new WorkspaceRejection.RoleTooLow(TEAM, WorkspaceRole.EDITOR),
                        403,
                        "This needs the role editor"),
                arguments(new WorkspaceRejection.ListNotFound(LIST), 404, "List with ID " + LIST + " not found"),
                arguments(new WorkspaceRejection.FirstListStays(LIST), 409, "The first list of a workspace stays"),
                arguments(new WorkspaceRejection.TooManyLists(200), 409, "A workspace has at most 200 lists"),
                arguments(
                        new WorkspaceRejection.TooManyMembers(500),
                        409,
                        "A workspace has at most 500 members, those invited included"),
                arguments(
                        new WorkspaceRejection.InvitationNotFound(INVITATION),
                        404,
                        "Invitation with ID " + INVITATION + " not found"),
                arguments(new WorkspaceRejection.AlreadyMember(ANN), 409, "This user is a member already"),
                arguments(new WorkspaceRejection.AlreadyInvited(INVITATION), 409, "Invited already, as " + INVITATION),
                arguments(new WorkspaceRejection.MemberNotFound(ANN), 404, "Member with ID " + ANN + " not found"),
                arguments(
                        new WorkspaceRejection.LastAdminStays(ANN),
                        409,
                        "The last admin stays one: make somebody else an admin first"),
                arguments(
                        new WorkspaceRejection.PersonalStaysPersonal(TEAM),
                        409,
                        "A personal workspace has one member, and keeps its name"));
    }

    private static List<Arguments> ofHistory() {
        var then = new PastMoment.Happened(Instant.parse("2026-11-21T07:25:23.606479Z"));
        return List.of(
                arguments(
                        new HistoryRejection.StillToCome(then),
                        422,
                        "at: Input should not be in the future: what will be nobody can tell"),
                arguments(
                        new HistoryRejection.BeforeTheStart(new PastMoment.Position(1), new PastMoment.Position(7)),
                        422,
                        "position: Nothing is known from before 7"),
                arguments(
                        new HistoryRejection.NotOfTasks(new ActionId("action-01KAJ4Y2V0QF3D9A7M5ZC8W6XE")),
                        409,
                        "Action action-01KAJ4Y2V0QF3D9A7M5ZC8W6XE was not about tasks:"
                                + " only what was done to tasks can be undone"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void a_rejection_has_its_status_and_its_words(Rejection rejection, int status, String words) {
        var problem = RejectionProblems.wordsFor(rejection);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail()).isEqualTo(words);
    }

    @Test
    void no_rejection_is_missing_here() {
        var here = new HashSet<Class<?>>();
        rejections().forEach(arguments -> here.add(arguments.get()[0].getClass()));
        var all = Stream.of(
                        TaskRejection.class, AccountRejection.class, WorkspaceRejection.class, HistoryRejection.class)
                .flatMap(kind -> Stream.<Class<?>>of(kind.getPermittedSubclasses()))
                .collect(Collectors.toSet());

        assertThat(here).isEqualTo(all);
    }

    @Test
    void a_closed_past_is_a_conflict() {
        var at = Instant.parse("2016-09-26T13:23:27Z");
        var problem = RejectionProblems.wordsFor(new Rejection.PastIsClosed(at));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.detail()).isEqualTo("Nothing can be told to have happened at 2016-09-26T13:23:27Z here");
    }

    @Test
    void a_missing_tag_is_named_beside_the_words() {
        var problem = RejectionProblems.wordsFor(new TaskRejection.TagNotFound(TASK, "x"));

        assertThat(problem.title()).isEqualTo("Tag Not Found");
        assertThat(problem.tag()).isEqualTo("x");
        assertThat(problem.taskId()).isEqualTo(TASK.text());
    }

    @Test
    void who_won_an_edit_is_told_beside_the_words() {
        var problem = RejectionProblems.wordsFor(
                new TaskRejection.EditedMeanwhile(TASK, List.of(new Winner("title", "Feed", ANN))));

        assertThat(problem.conflicts()).containsExactly(new Conflict("title", "Feed", ANN.text()));
    }
}
