package io.taskledger.messages.workspace;

import org.jspecify.annotations.Nullable;

/**
 * A list of a workspace.
 *
 * @param name null for the first one, until somebody names it
 */
public record ListDetails(ListId listId, @Nullable String name, Place place) {}
