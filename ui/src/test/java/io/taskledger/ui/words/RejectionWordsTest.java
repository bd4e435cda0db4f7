package io.taskledger.ui.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRejection;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RejectionWordsTest {

    private static final TaskId TASK = TaskId.next();
    private static final UserId ANN = UserId.next();
    private static final WorkspaceId TEAM = WorkspaceId.next();

    private static final List<Rejection> ALL = Stream.of(
                    ofTasks(), ofAccounts(), ofWorkspaces(), List.of(new LostRace()))
            .flatMap(List::stream)
            .map(Rejection.class::cast)
            .toList();

    private static List<Rejection> ofTasks() {
        return List.of(
                new TaskRejection.NotFound(TASK),
                new TaskRejection.TasksNotFound(List.of(TASK, TaskId.next())),
                new TaskRejection.NotPermitted(TASK),
                new TaskRejection.TagNotFound(TASK, "garden"),
                new TaskRejection.NotInTrash(TASK),
                new TaskRejection.EditedMeanwhile(TASK, List.of()),
                new TaskRejection.VersionMismatch(TASK, 1, 2),
                new TaskRejection.SharedWithOneself(TASK),
                new TaskRejection.AlreadyShared(TASK, ANN),
                new TaskRejection.NotShared(TASK, "anna"),
                new TaskRejection.NotShared(TASK, null),
                new TaskRejection.AssigneeWithoutAccess(TASK, "anna"),
                new TaskRejection.CommentNotFound(CommentId.next(TASK)),
                new TaskRejection.CommentNotYours(CommentId.next(TASK)),
                new TaskRejection.FileNotFound(FileId.next(TASK)),
                new TaskRejection.ReminderNotFound(ReminderId.next(TASK)),
                new TaskRejection.TooManyParts(TASK, Part.COMMENT, 5_000),
                new TaskRejection.TooManyParts(TASK, Part.FILE, 200),
                new TaskRejection.TooManyParts(TASK, Part.REMINDER, 20),
                new TaskRejection.TooManyParts(TASK, Part.SHARE, 200),
                new TaskRejection.TooManyParts(TASK, Part.VERSION_NAME, 200),
                new TaskRejection.VersionNotFound(TASK, 9));
    }

    private static List<Rejection> ofAccounts() {
        return List.of(
                new AccountRejection.UsernameTaken("anna"),
                new AccountRejection.EmailTaken("anna@example.org"),
                new AccountRejection.UserNotFound("anna"),
                new AccountRejection.NoSuchAccount(ANN),
                new AccountRejection.OwnAccountOnly(ANN),
                new AccountRejection.GrantedByOperators(ANN),
                new AccountRejection.DemoStays(),
                new AccountRejection.LastAdminOf(List.of("Orchard", "Garden")));
    }

    private static List<Rejection> ofWorkspaces() {
        var list = ListId.next();
        var invitation = InvitationId.next();
        return List.of(
                new WorkspaceRejection.WorkspaceNotFound(TEAM),
                new WorkspaceRejection.RoleTooLow(TEAM, WorkspaceRole.VIEWER),
                new WorkspaceRejection.RoleTooLow(TEAM, WorkspaceRole.EDITOR),
                new WorkspaceRejection.RoleTooLow(TEAM, WorkspaceRole.ADMIN),
                new WorkspaceRejection.ListNotFound(list),
                new WorkspaceRejection.FirstListStays(list),
                new WorkspaceRejection.TooManyLists(200),
                new WorkspaceRejection.TooManyMembers(500),
                new WorkspaceRejection.InvitationNotFound(invitation),
                new WorkspaceRejection.AlreadyMember(ANN),
                new WorkspaceRejection.AlreadyInvited(invitation),
                new WorkspaceRejection.MemberNotFound(ANN),
                new WorkspaceRejection.LastAdminStays(ANN),
                new WorkspaceRejection.PersonalStaysPersonal(TEAM));
    }

    private final RejectionWords words = new RejectionWords(new Words(Locale.ENGLISH));

    @Test
    void every_refusal_has_a_sentence_of_its_own() {
        assertThat(ALL.stream().map(words::sentence))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."))
                .doesNotContain(new Words(Locale.ENGLISH).say("rejection.unknown"));
    }

    @Test
    void no_kind_of_refusal_is_missing_here() {
        assertThat(ALL.stream().map(Object::getClass).toList())
                .containsAll(Arrays.asList(TaskRejection.class.getPermittedSubclasses()))
                .containsAll(Arrays.asList(AccountRejection.class.getPermittedSubclasses()))
                .containsAll(Arrays.asList(WorkspaceRejection.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_a_field_has_a_sentence(FieldProblem.Kind kind) {
        var sentence = words.sentence(new Rejection.Invalid(List.of(new FieldProblem("title", kind, 7))));
        assertThat(sentence).endsWith(".").doesNotContain("{");
    }

    @Test
    void a_limit_is_named() {
        assertThat(words.sentence(new FieldProblem("title", FieldProblem.Kind.TOO_LONG, 1200)))
                .isEqualTo("At most 1,200 characters, please.");
    }
}
