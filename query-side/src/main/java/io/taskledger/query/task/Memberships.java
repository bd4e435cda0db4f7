package io.taskledger.query.task;

import java.util.Map;

import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;

/** Which workspaces of teams a person belongs to, and as what. */
@FunctionalInterface
interface Memberships {

    Map<WorkspaceId, WorkspaceRole> of(UserId person);
}
