package io.taskledger.rest.workspace;

import java.io.IOException;

import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceQuery.FindWorkspace;
import io.taskledger.messages.workspace.WorkspaceQuery.ListWorkspaces;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.rest.export.ExportArchive;
import io.taskledger.rest.export.ExportPart;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The workspaces that one belongs to, with their lists and members. */
@Component
@Order(4)
class ExportedWorkspaces implements ExportPart {

    private final Gateways gateways;

    ExportedWorkspaces(Gateways gateways) {
        this.gateways = gateways;
    }

    @Override
    public void writeTo(ExportArchive archive) throws IOException {
        archive.list(
                "workspaces.json",
                gateways.list(new ListWorkspaces(), WorkspaceSummary.class).stream()
                        .flatMap(one ->
                                gateways.find(new FindWorkspace(one.workspaceId()), WorkspaceDetails.class).stream())
                        .map(WorkspaceAnswer.Whole::of)
                        .iterator());
    }
}
