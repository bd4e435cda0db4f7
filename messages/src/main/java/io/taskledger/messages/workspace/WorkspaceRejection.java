package io.taskledger.messages.workspace;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;

/** Why a workspace's command was refused. */
public sealed interface WorkspaceRejection extends Rejection {

    /** There is no such workspace, or none that the actor may know of: one answer for both. */
    record WorkspaceNotFound(WorkspaceId workspaceId) implements WorkspaceRejection {}

    /** The actor is a member, and may not do this. */
    record RoleTooLow(WorkspaceId workspaceId, WorkspaceRole needed) implements WorkspaceRejection {}

    record ListNotFound(ListId listId) implements WorkspaceRejection {}

    /** The list that a workspace begins with is always there. */
    record FirstListStays(ListId listId) implements WorkspaceRejection {}

    record TooManyLists(int limit) implements WorkspaceRejection {}

    record TooManyMembers(int limit) implements WorkspaceRejection {}

    /** There is none that is still open and is the actor's. */
    record InvitationNotFound(InvitationId invitationId) implements WorkspaceRejection {}

    record AlreadyMember(UserId user) implements WorkspaceRejection {}

    /** Another invitation of the same person is still open. */
    record AlreadyInvited(InvitationId invitationId) implements WorkspaceRejection {}

    record MemberNotFound(UserId user) implements WorkspaceRejection {}

    /** A workspace without an admin could never be changed again. */
    record LastAdminStays(UserId admin) implements WorkspaceRejection {}

    /** A personal workspace has one member, and keeps its name. */
    record PersonalStaysPersonal(WorkspaceId workspaceId) implements WorkspaceRejection {}
}
