package io.taskledger.messages.workspace;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A workspace as one of its members finds it among theirs.
 *
 * @param name null for a personal one, which each language names in its own way
 * @param role the member's
 * @param lists in their order; at least one
 */
public record WorkspaceSummary(
        WorkspaceId workspaceId, boolean personal, @Nullable String name, WorkspaceRole role, List<ListDetails> lists) {

    public WorkspaceSummary {
        lists = List.copyOf(lists);
    }
}
