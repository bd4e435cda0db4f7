package io.taskledger.ui.words;

import java.util.Locale;
import java.util.stream.Collectors;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.projection.ProjectionRejection;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.messages.workspace.WorkspaceRejection;

/** Words every refusal: a new kind of rejection does not compile until it has its sentence here. */
public record RejectionWords(Words words) {

    public String sentence(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid invalid ->
                invalid.problems().stream().map(this::sentence).collect(Collectors.joining(" "));
            case TaskRejection task -> sentence(task);
            case AccountRejection account -> sentence(account);
            case WorkspaceRejection workspace -> sentence(workspace);
            case ProjectionRejection projection -> sentence(projection);
            case LostRace _ -> words.say("rejection.lost-race");
            default -> words.say("rejection.unknown");
        };
    }

    public String sentence(TaskRejection rejection) {
        return switch (rejection) {
            case TaskRejection.NotFound _ -> words.say("rejection.task.not-found");
            case TaskRejection.TasksNotFound missing ->
                words.say("rejection.task.tasks-not-found", missing.taskIds().size());
            case TaskRejection.NotPermitted _ -> words.say("rejection.task.not-permitted");
            case TaskRejection.TagNotFound missing -> words.say("rejection.task.tag-not-found", missing.tag());
            case TaskRejection.NotInTrash _ -> words.say("rejection.task.not-in-trash");
            case TaskRejection.EditedMeanwhile _ -> words.say("rejection.task.edited-meanwhile");
            case TaskRejection.VersionMismatch _ -> words.say("rejection.task.version-mismatch");
            case TaskRejection.SharedWithOneself _ -> words.say("rejection.task.shared-with-oneself");
            case TaskRejection.AlreadyShared _ -> words.say("rejection.task.already-shared");
            case TaskRejection.NotShared missing ->
                missing.username() == null
                        ? words.say("rejection.task.not-shared-with-you")
                        : words.say("rejection.task.not-shared", missing.username());
            case TaskRejection.AssigneeWithoutAccess nobody ->
                words.say("rejection.task.assignee-without-access", nobody.username());
            case TaskRejection.CommentNotFound _ -> words.say("rejection.task.comment-not-found");
            case TaskRejection.CommentNotYours _ -> words.say("rejection.task.comment-not-yours");
            case TaskRejection.FileNotFound _ -> words.say("rejection.task.file-not-found");
            case TaskRejection.ReminderNotFound _ -> words.say("rejection.task.reminder-not-found");
            case TaskRejection.VersionNotFound _ -> words.say("earlier.none");
            case TaskRejection.TooManyParts full ->
                words.say("rejection.task.too-many." + part(full.part()), full.limit());
        };
    }

    private static String part(TaskRejection.Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence(AccountRejection rejection) {
        return switch (rejection) {
            case AccountRejection.UsernameTaken taken ->
                words.say("rejection.account.username-taken", taken.username());
            case AccountRejection.EmailTaken taken -> words.say("rejection.account.email-taken", taken.email());
            case AccountRejection.UserNotFound nobody ->
                words.say("rejection.account.user-not-found", nobody.username());
            case AccountRejection.NoSuchAccount _ -> words.say("rejection.account.no-such-account");
            case AccountRejection.OwnAccountOnly _ -> words.say("rejection.account.own-account-only");
            case AccountRejection.GrantedByOperators _ -> words.say("rejection.account.granted-by-operators");
            case AccountRejection.DemoStays _ -> words.say("rejection.account.demo-stays");
            case AccountRejection.LastAdminOf orphans ->
                words.say("rejection.account.last-admin-of", String.join(", ", orphans.workspaces()));
        };
    }

    public String sentence(WorkspaceRejection rejection) {
        return switch (rejection) {
            case WorkspaceRejection.WorkspaceNotFound _ -> words.say("rejection.workspace.not-found");
            case WorkspaceRejection.RoleTooLow low ->
                words.say("rejection.workspace.role-too-low." + low.needed().stored());
            case WorkspaceRejection.ListNotFound _ -> words.say("rejection.workspace.list-not-found");
            case WorkspaceRejection.FirstListStays _ -> words.say("rejection.workspace.first-list-stays");
            case WorkspaceRejection.TooManyLists full -> words.say("rejection.workspace.too-many-lists", full.limit());
            case WorkspaceRejection.TooManyMembers full ->
                words.say("rejection.workspace.too-many-members", full.limit());
            case WorkspaceRejection.InvitationNotFound _ -> words.say("rejection.workspace.invitation-not-found");
            case WorkspaceRejection.AlreadyMember _ -> words.say("rejection.workspace.already-member");
            case WorkspaceRejection.AlreadyInvited _ -> words.say("rejection.workspace.already-invited");
            case WorkspaceRejection.MemberNotFound _ -> words.say("rejection.workspace.member-not-found");
            case WorkspaceRejection.LastAdminStays _ -> words.say("rejection.workspace.last-admin-stays");
            case WorkspaceRejection.PersonalStaysPersonal _ -> words.say("rejection.workspace.personal");
        };
    }

    public String sentence(ProjectionRejection rejection) {
        return switch (rejection) {
            case ProjectionRejection.NotPermitted _ -> words.say("rejection.projection.not-permitted");
            case ProjectionRejection.NotFound _ -> words.say("rejection.projection.not-found");
            case ProjectionRejection.NoSuchRebuild _ -> words.say("rejection.projection.no-such-rebuild");
            case ProjectionRejection.AlreadyRebuilding _ -> words.say("rejection.projection.already-rebuilding");
            case ProjectionRejection.WrongState _ -> words.say("rejection.projection.wrong-state");
            case ProjectionRejection.ReasonNeeded needed ->
                words.say("rejection.projection.reason-needed", needed.differences());
            case ProjectionRejection.NothingToRollBackTo _ -> words.say("rejection.projection.nothing-before");
            case ProjectionRejection.NoSuchVersion missing ->
                words.say("rejection.projection.no-such-version", missing.version());
            case ProjectionRejection.VersionInUse used ->
                words.say("rejection.projection.version-in-use", used.version());
            case ProjectionRejection.LaggingBehind behind ->
                words.say("rejection.projection.lagging-behind", behind.version());
            case ProjectionRejection.NoSuchDeadLetter _ -> words.say("rejection.projection.no-such-letter");
            case ProjectionRejection.StillFailing failing ->
                words.say("rejection.projection.still-failing", failing.cause());
            case ProjectionRejection.NoSuchPart _ -> words.say("rejection.projection.no-such-part");
        };
    }

    public String sentence(FieldProblem problem) {
        return switch (problem.kind()) {
            case MISSING -> words.say("problem.missing");
            case TOO_SHORT -> words.say("problem.too-short", problem.limit());
            case TOO_LONG -> words.say("problem.too-long", problem.limit());
            case TOO_MANY -> words.say("problem.too-many", problem.limit());
            case UNSTORABLE -> words.say("problem.unstorable");
            case FORBIDDEN_CHARACTER -> words.say("problem.forbidden-character");
            case NOT_AN_EMAIL -> words.say("problem.not-an-email");
            case UNKNOWN -> words.say("problem.unknown");
            case OUT_OF_RANGE ->
                problem.field().equals("due_date")
                        ? words.say("problem.year-out-of-range", problem.limit())
                        : words.say("problem.out-of-range", problem.limit());
            case TIME_WITHOUT_DATE -> words.say("problem.time-without-date");
            case TOO_COMMON -> words.say("problem.too-common");
            case OWN_NAME -> words.say("problem.own-name");
        };
    }
}
