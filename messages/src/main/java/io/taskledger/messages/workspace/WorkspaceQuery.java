package io.taskledger.messages.workspace;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/** What can be known of workspaces. The actor comes in the metadata: of others' workspaces nobody is told anything. */
public sealed interface WorkspaceQuery {

    /** Answered by a {@code List<}{@link WorkspaceSummary}{@code >}: one's personal one, then the others by age. */
    record ListWorkspaces() implements WorkspaceQuery {}

    /** Answered by an {@code Optional<}{@link WorkspaceDetails}{@code >}. */
    record FindWorkspace(WorkspaceId workspaceId) implements WorkspaceQuery {}

    /** Answered by a {@code List<}{@link OpenInvitation}{@code >}: those that the actor may accept, oldest first. */
    record ListOwnInvitations() implements WorkspaceQuery {}

    /**
     * A subscription: a {@link WorkspaceTouched} whenever something happened to a workspace that the actor belongs to, or
     * belonged to until then, or is asked to join.
     */
    record WatchWorkspaces() implements WorkspaceQuery {}

    /**
     * Answered by an {@code Optional<}{@link WorkspaceRole}{@code >}: empty where the user is no member, and where the
     * actor is none.
     */
    record FindRole(WorkspaceId workspaceId, UserId user) implements WorkspaceQuery {}

    /**
     * Where a list is to stand among the others of its workspace, as the actor sees them now. Answered by an
     * {@code Optional<}{@link Place}{@code >}: empty where the neighbour is none of the workspace's lists, and where the
     * gap is used up.
     *
     * @param listId the one that is to stand there; it may be new
     * @param side of the neighbour
     * @param neighbour null for the end
     */
    record FindListPlace(
            WorkspaceId workspaceId,
            ListId listId,
            Side side,
            @Nullable ListId neighbour) implements WorkspaceQuery {}

    /** A side of a list's neighbour. */
    enum Side {
        BEFORE,
        AFTER
    }
}
