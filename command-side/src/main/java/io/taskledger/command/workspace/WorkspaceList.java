package io.taskledger.command.workspace;

import io.taskledger.messages.workspace.Place;
import org.jspecify.annotations.Nullable;

/**
 * A list of a workspace.
 *
 * @param name null for the first one, until somebody names it
 */
public record WorkspaceList(@Nullable String name, Place place) {

    WorkspaceList named(@Nullable String to) {
        return new WorkspaceList(to, place);
    }

    WorkspaceList at(Place to) {
        return new WorkspaceList(name, to);
    }
}
