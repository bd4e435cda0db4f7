package io.taskledger.query.workspace;

import java.time.Instant;
import java.util.List;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberDetails;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * A workspace with the role that who asks has in it.
 *
 * @param createdAt null where nothing is in the ledger yet
 * @param version -1 where nothing is in the ledger yet
 */
record WorkspaceRow(
        WorkspaceId id,
        UserId owner,
        boolean personal,
        @Nullable String name,
        WorkspaceRole role,
        @Nullable Instant createdAt,
        long version) {

    static final RowMapper<WorkspaceRow> READ = (row, _) -> new WorkspaceRow(
            new WorkspaceId(row.getString("id")),
            new UserId(row.getString("owner")),
            row.getBoolean("personal"),
            row.getString("name"),
            WorkspaceRole.ofStored(row.getString("role")),
            Timestamps.instant(row, "created_at"),
            row.getLong("version"));

    /** Somebody's own that comes into being with the first command for it. */
    static WorkspaceRow futureOf(UserId owner) {
        return new WorkspaceRow(WorkspaceId.personalOf(owner), owner, true, null, WorkspaceRole.ADMIN, null, -1);
    }

    /** The list that every workspace begins with. */
    List<ListDetails> firstList() {
        var first = ListId.firstOf(id);
        return List.of(new ListDetails(first, null, first.firstPlace()));
    }

    WorkspaceSummary summary(List<ListDetails> lists) {
        return new WorkspaceSummary(id, personal, name, role, lists);
    }

    WorkspaceDetails details(List<ListDetails> lists, List<MemberDetails> members, List<OpenInvitation> invitations) {
        return new WorkspaceDetails(summary(lists), owner, members, invitations, createdAt, version);
    }
}
