package io.taskledger.rest.problem;

import java.util.Locale;

import io.taskledger.messages.workspace.WorkspaceRejection;

/** Words for why a workspace's command is refused. */
final class WorkspaceProblems {

    private WorkspaceProblems() {}

    static Problem wordsFor(WorkspaceRejection rejection) {
        return switch (rejection) {
            case WorkspaceRejection.WorkspaceNotFound(var id) -> notFound("Workspace with ID " + id + " not found");
            case WorkspaceRejection.ListNotFound(var id) -> notFound("List with ID " + id + " not found");
            case WorkspaceRejection.InvitationNotFound(var id) -> notFound("Invitation with ID " + id + " not found");
            case WorkspaceRejection.MemberNotFound(var id) -> notFound("Member with ID " + id + " not found");
            case WorkspaceRejection.RoleTooLow low ->
                Problem.of(
                        ProblemType.UNAUTHORIZED_ACCESS,
                        "This needs the role " + low.needed().name().toLowerCase(Locale.ROOT));
            case WorkspaceRejection.FirstListStays _ -> notNow("The first list of a workspace stays");
            case WorkspaceRejection.TooManyLists(var limit) -> notNow("A workspace has at most " + limit + " lists");
            case WorkspaceRejection.TooManyMembers(var limit) ->
                notNow("A workspace has at most " + limit + " members, those invited included");
            case WorkspaceRejection.AlreadyMember _ -> notNow("This user is a member already");
            case WorkspaceRejection.AlreadyInvited(var invitation) -> notNow("Invited already, as " + invitation);
            case WorkspaceRejection.LastAdminStays _ ->
                notNow("The last admin stays one: make somebody else an admin first");
            case WorkspaceRejection.PersonalStaysPersonal _ ->
                notNow("A personal workspace has one member, and keeps its name");
        };
    }

    private static Problem notFound(String detail) {
        return Problem.of(ProblemType.NOT_FOUND, detail);
    }

    private static Problem notNow(String detail) {
        return Problem.of(ProblemType.NOT_AS_THINGS_STAND, detail);
    }
}
