package io.taskledger.messages.workspace;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a workspace.
 *
 * @param username null where the account is gone, or not yet known
 */
public record MemberDetails(UserId userId, @Nullable String username, WorkspaceRole role) {}
