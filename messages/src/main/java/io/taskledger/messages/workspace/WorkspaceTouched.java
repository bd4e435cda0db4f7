package io.taskledger.messages.workspace;

/** An open screen that shows this workspace should ask again: the read models reflect the event at this position. */
public record WorkspaceTouched(WorkspaceId workspaceId, long position) {}
