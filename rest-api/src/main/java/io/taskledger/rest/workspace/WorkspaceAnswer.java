package io.taskledger.rest.workspace;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.MemberDetails;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/** What clients are told of workspaces. */
final class WorkspaceAnswer {

    private WorkspaceAnswer() {}

    @Schema(name = "WorkspaceSummary")
    record Summary(
            String id,

            @Schema(nullable = true, description = "Null for a personal workspace") @Nullable
            String name,

            boolean personal,
            WorkspaceRole role,
            List<OneList> lists) {

        static Summary of(WorkspaceSummary workspace) {
            return new Summary(
                    workspace.workspaceId().text(),
                    workspace.name(),
                    workspace.personal(),
                    workspace.role(),
                    workspace.lists().stream().map(OneList::of).toList());
        }
    }

    @Schema(name = "Workspace")
    record Whole(
            String id,

            @Schema(nullable = true, description = "Null for a personal workspace") @Nullable
            String name,

            boolean personal,
            WorkspaceRole role,
            List<OneList> lists,
            @JsonProperty("owner_id") String ownerId,
            List<Member> members,

            @Schema(description = "Those that are open; empty for who is no admin")
            List<Invitation> invitations,

            @Schema(nullable = true, description = "Null for a personal workspace in which nothing was done yet")
            @JsonProperty("created_at")
            @WireInstant
            @Nullable
            Instant createdAt,

            long version) {

        static Whole of(WorkspaceDetails workspace) {
            var summary = Summary.of(workspace.summary());
            return new Whole(
                    summary.id,
                    summary.name,
                    summary.personal,
                    summary.role,
                    summary.lists,
                    workspace.owner().text(),
                    workspace.members().stream().map(Member::of).toList(),
                    workspace.invitations().stream().map(Invitation::of).toList(),
                    workspace.createdAt(),
                    workspace.version());
        }
    }

    /** @param place lists sort by it, as texts do, and by the id where two share one */
    @Schema(name = "List")
    record OneList(
            String id,

            @Schema(nullable = true, description = "Null for the first list, until somebody names it") @Nullable
            String name,

            String place) {

        static OneList of(ListDetails list) {
            return new OneList(list.listId().text(), list.name(), list.place().text());
        }
    }

    @Schema(name = "Member")
    record Member(
            @JsonProperty("user_id") String userId,

            @Schema(nullable = true, description = "Null where the account is gone") @Nullable
            String username,

            WorkspaceRole role) {

        static Member of(MemberDetails member) {
            return new Member(member.userId().text(), member.username(), member.role());
        }
    }

    @Schema(name = "Invitation")
    record Invitation(
            String id,
            @JsonProperty("workspace_id") String workspaceId,

            @Schema(nullable = true) @JsonProperty("workspace_name") @Nullable
            String workspaceName,

            @Schema(nullable = true, description = "Null where an address was invited")
            @JsonProperty("user_id")
            @Nullable
            String userId,

            @Schema(nullable = true) @Nullable String username,

            @Schema(nullable = true, description = "Null where an account was invited") @Nullable
            String email,

            WorkspaceRole role,

            @JsonProperty("invited_at") @WireInstant Instant invitedAt) {

        static Invitation of(OpenInvitation invitation) {
            return new Invitation(
                    invitation.invitationId().text(),
                    invitation.workspaceId().text(),
                    invitation.workspaceName(),
                    invitation.user() == null ? null : invitation.user().text(),
                    invitation.username(),
                    invitation.email(),
                    invitation.role(),
                    invitation.invitedAt());
        }
    }
}
