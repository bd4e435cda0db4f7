package io.taskledger.rest.workspace;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.account.AccountRules;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceRules;

/** The shapes of what clients send, for the OpenAPI document only: the controllers read it. */
final class WorkspaceRequest {

    private WorkspaceRequest() {}

    @Schema(name = "WorkspaceName")
    record Name(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = WorkspaceRules.NAME_LIMIT,
                    description = "Trimmed; may not be blank")
            String name) {}

    @Schema(name = "NewList", description = "At the end, unless a neighbour is named; one at most")
    record NewList(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = WorkspaceRules.NAME_LIMIT,
                    description = "Trimmed; may not be blank")
            String name,

            @Schema(description = "The list that comes next")
            String before,

            @Schema(description = "The list that comes just before")
            String after) {}

    @Schema(name = "ListChanges", description = "Only what is sent changes; one neighbour at most")
    record ListChanges(
            @Schema(minLength = 1, maxLength = WorkspaceRules.NAME_LIMIT)
            String name,

            @Schema(description = "The list that comes next")
            String before,

            @Schema(description = "The list that comes just before")
            String after) {}

    @Schema(name = "NewRole")
    record Role(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            WorkspaceRole role) {}

    @Schema(name = "NewInvitation", description = "Either `username` or `email`")
    record Invitation(
            String username,
            @Schema(maxLength = AccountRules.EMAIL_LIMIT) String email,
            @Schema(defaultValue = "viewer") WorkspaceRole role) {}
}
