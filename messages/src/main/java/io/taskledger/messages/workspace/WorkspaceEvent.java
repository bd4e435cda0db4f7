package io.taskledger.messages.workspace;

import io.taskledger.messages.Changed;
import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.Personal;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a workspace. What its names say belongs to the workspace, and of a personal one to its owner: the
 * {@code subject}.
 */
public sealed interface WorkspaceEvent {

    WorkspaceId workspaceId();

    /**
     * @param owner the first admin; of a personal workspace the only member there will ever be
     * @param name null for a personal one, which each language names in its own way
     */
    @StoredAs("workspace.created")
    record WorkspaceCreated(
            WorkspaceId workspaceId,
            SubjectId subject,
            UserId owner,
            @Personal @Nullable String name) implements WorkspaceEvent, HoldsPersonalData {}

    @StoredAs("workspace.renamed")
    record WorkspaceRenamed(
            WorkspaceId workspaceId,
            SubjectId subject,
            @Personal Changed<String> name) implements WorkspaceEvent, HoldsPersonalData {}

    @StoredAs("workspace.list-added")
    record ListAdded(
            WorkspaceId workspaceId,
            SubjectId subject,
            ListId listId,
            @Personal String name,
            Place place) implements WorkspaceEvent, HoldsPersonalData {}

    /** @param name from null for the list that was there from the start */
    @StoredAs("workspace.list-renamed")
    record ListRenamed(
            WorkspaceId workspaceId,
            SubjectId subject,
            ListId listId,
            @Personal Changed<@Nullable String> name) implements WorkspaceEvent, HoldsPersonalData {}

    @StoredAs("workspace.list-moved")
    record ListMoved(WorkspaceId workspaceId, ListId listId, Changed<Place> place) implements WorkspaceEvent {}

    @StoredAs("workspace.list-removed")
    record ListRemoved(WorkspaceId workspaceId, ListId listId) implements WorkspaceEvent {}

    @StoredAs("workspace.user-invited")
    record UserInvited(WorkspaceId workspaceId, InvitationId invitationId, UserId user, WorkspaceRole role)
            implements WorkspaceEvent {}

    @StoredAs("workspace.address-invited")
    record AddressInvited(
            WorkspaceId workspaceId,
            SubjectId subject,
            InvitationId invitationId,
            @Personal String email,
            WorkspaceRole role)
            implements WorkspaceEvent, HoldsPersonalData {}

    @StoredAs("workspace.invitation-declined")
    record InvitationDeclined(WorkspaceId workspaceId, InvitationId invitationId, UserId user)
            implements WorkspaceEvent {}

    @StoredAs("workspace.invitation-withdrawn")
    record InvitationWithdrawn(WorkspaceId workspaceId, InvitationId invitationId) implements WorkspaceEvent {}

    @StoredAs("workspace.member-joined")
    record MemberJoined(WorkspaceId workspaceId, InvitationId invitationId, UserId member, WorkspaceRole role)
            implements WorkspaceEvent {}

    @StoredAs("workspace.role-changed")
    record RoleChanged(WorkspaceId workspaceId, UserId member, Changed<WorkspaceRole> role) implements WorkspaceEvent {}

    @StoredAs("workspace.member-removed")
    record MemberRemoved(WorkspaceId workspaceId, UserId member) implements WorkspaceEvent {}

    @StoredAs("workspace.member-left")
    record MemberLeft(WorkspaceId workspaceId, UserId member) implements WorkspaceEvent {}
}
