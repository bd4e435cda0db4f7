package io.taskledger.messages.workspace;

import java.time.Instant;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that was neither answered nor withdrawn.
 *
 * @param workspaceName as it is now
 * @param user null where an address was invited
 * @param username null where an address was invited, or the account is gone
 * @param email null where an account was invited
 */
public record OpenInvitation(
        InvitationId invitationId,
        WorkspaceId workspaceId,
        @Nullable String workspaceName,
        @Nullable UserId user,
        @Nullable String username,
        @Nullable String email,
        WorkspaceRole role,
        Instant invitedAt) {}
