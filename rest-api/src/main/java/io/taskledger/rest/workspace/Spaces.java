package io.taskledger.rest.workspace;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Receipt;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.FindWorkspace;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import org.springframework.stereotype.Component;

/** Workspaces as an address names them. An id that is none gets the answer of an unknown one, and of another's. */
@Component
class Spaces {

    static final Kind<WorkspaceRole> ROLE = roles();

    private final Gateways gateways;

    Spaces(Gateways gateways) {
        this.gateways = gateways;
    }

    /** @throws Refused where the actor does not belong to it */
    WorkspaceDetails require(String id) {
        return gateways.find(new FindWorkspace(workspace(id)), WorkspaceDetails.class)
                .orElseThrow(() -> notFound("Workspace", id));
    }

    /** As it is after a write of this request; empty where the read model is late, or the actor is no member any more. */
    Optional<WorkspaceDetails> after(Receipt receipt, WorkspaceId id) {
        return gateways.find(new FindWorkspace(id), WorkspaceDetails.class, receipt);
    }

    static WorkspaceId workspace(String id) {
        return WorkspaceId.parse(id).orElseThrow(() -> notFound("Workspace", id));
    }

    static ListId list(String id) {
        return ListId.parse(id).orElseThrow(() -> notFound("List", id));
    }

    static InvitationId invitation(String id) {
        return InvitationId.parse(id).orElseThrow(() -> notFound("Invitation", id));
    }

    static UserId member(String id) {
        return UserId.parse(id).orElseThrow(() -> notFound("Member", id));
    }

    /** @param id as the client wrote it */
    static Refused notFound(String what, String id) {
        return new Refused(ProblemType.NOT_FOUND, what + " with ID " + id + " not found");
    }

    static InvalidInput invalid(String field, String message) {
        return new InvalidInput(new InputProblem(List.of("body", field), message, "value_error"));
    }

    private static Kind<WorkspaceRole> roles() {
        var named = new LinkedHashMap<String, WorkspaceRole>();
        Arrays.stream(WorkspaceRole.values()).forEach(role -> named.put(role.stored(), role));
        return Kinds.oneOf(named);
    }
}
