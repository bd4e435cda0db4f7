package io.taskledger.rest.workspace;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.workspace.MemberCommand.ChangeRole;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.TASKS)
@Tag(name = "Members", description = "For admins of the workspace")
@Refuses({ProblemType.NOT_FOUND, ProblemType.UNAUTHORIZED_ACCESS, ProblemType.NOT_AS_THINGS_STAND, ProblemType.CONFLICT
})
@RequestMapping(Api.BASE + "/workspaces/{id}/members/{user}")
class MemberController {

    private final Gateways gateways;
    private final Spaces spaces;

    MemberController(Gateways gateways, Spaces spaces) {
        this.gateways = gateways;
        this.spaces = spaces;
    }

    @PatchMapping
    @Operation(operationId = "change_role", summary = "Change what a member may do")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WorkspaceRequest.Role.class)))
    @ApiResponse(responseCode = "200", description = "The member after it", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.TOO_LARGE})
    ResponseEntity<WorkspaceAnswer.Member> changeRole(
            @PathVariable String id, @PathVariable String user, JsonBody body) {
        var role = body.required("role", Spaces.ROLE);
        body.enforce();
        var workspaceId = Spaces.workspace(id);
        var member = Spaces.member(user);
        var receipt = gateways.send(new ChangeRole(workspaceId, member, role.value()));
        return spaces.after(receipt, workspaceId).stream()
                .flatMap(workspace -> workspace.members().stream())
                .filter(one -> one.userId().equals(member))
                .findFirst()
                .map(one -> Api.after(HttpStatus.OK, receipt).body(WorkspaceAnswer.Member.of(one)))
                .orElseThrow(() -> Spaces.notFound("Member", user)); // gone just now
    }

    @DeleteMapping
    @Operation(operationId = "remove_member", summary = "Remove a member; the last admin stays")
    @ApiResponse(responseCode = "204", description = "They do not belong to it any more")
    ResponseEntity<Void> remove(@PathVariable String id, @PathVariable String user) {
        return Api.nothing(gateways.send(new RemoveMember(Spaces.workspace(id), Spaces.member(user))));
    }
}
