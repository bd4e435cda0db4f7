package io.taskledger.query.task;

import java.util.Map;
import java.util.Set;

import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;

/** Which workspaces of teams a person belongs to, and as what. */
public interface Memberships {

    Map<WorkspaceId, WorkspaceRole> of(UserId person);

    /** Who belongs to a workspace. */
    Set<UserId> in(WorkspaceId workspace);
}
