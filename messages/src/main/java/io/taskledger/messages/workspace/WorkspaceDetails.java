package io.taskledger.messages.workspace;

import java.time.Instant;
import java.util.List;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as one of its members sees it.
 *
 * @param owner who made it
 * @param members in the order of their names
 * @param invitations oldest first; empty for who is no admin
 * @param createdAt null for a personal one of which nothing is in the ledger yet
 * @param version of the last event in its stream, from 0; -1 where nothing is in the ledger yet
 */
public record WorkspaceDetails(
        WorkspaceSummary summary,
        UserId owner,
        List<MemberDetails> members,
        List<OpenInvitation> invitations,
        @Nullable Instant createdAt,
        long version) {

    public WorkspaceDetails {
        members = List.copyOf(members);
        invitations = List.copyOf(invitations);
    }
}
