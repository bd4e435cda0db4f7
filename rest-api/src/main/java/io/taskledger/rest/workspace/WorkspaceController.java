package io.taskledger.rest.workspace;

import java.time.Clock;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.LeaveWorkspace;
import io.taskledger.messages.workspace.MemberDetails;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.ListWorkspaces;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.security.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.TASKS)
@Tag(name = "Workspaces")
@RequestMapping(Api.BASE + "/workspaces")
class WorkspaceController {

    private final Gateways gateways;
    private final Spaces spaces;
    private final Clock clock;

    WorkspaceController(Gateways gateways, Spaces spaces, Clock clock) {
        this.gateways = gateways;
        this.spaces = spaces;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "list_workspaces", summary = "List the workspaces that one belongs to")
    @ApiResponse(
            responseCode = "200",
            description = "One's personal one first, the others by age",
            useReturnTypeSchema = true)
    ResponseEntity<List<WorkspaceAnswer.Summary>> list() {
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new ListWorkspaces(), WorkspaceSummary.class).stream()
                        .map(WorkspaceAnswer.Summary::of)
                        .toList());
    }

    @PostMapping
    @Operation(operationId = "create_workspace", summary = "Create a workspace for a team, as its first admin")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WorkspaceRequest.Name.class)))
    @ApiResponse(responseCode = "201", description = "The workspace", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.TOO_LARGE})
    ResponseEntity<WorkspaceAnswer.Whole> create(JsonBody body) {
        var command = new CreateWorkspace(WorkspaceId.next(), name(body));
        var receipt = gateways.send(command);
        var id = Spaces.workspace(receipt.targetOr(command.workspaceId().text()));
        var answer = Api.after(HttpStatus.CREATED, receipt);
        return spaces.after(receipt, id)
                .map(workspace -> single(answer, workspace))
                // It is in the ledger; only the read model is late. An error would make the client create it again.
                .orElseGet(() -> single(answer.header(Gateways.STALE, "true"), asAsked(id, command.name())));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "show_workspace", summary = "Show a workspace with its lists and members")
    @ApiResponse(responseCode = "200", description = "The workspace", useReturnTypeSchema = true)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<WorkspaceAnswer.Whole> show(@PathVariable String id) {
        return single(Api.answer(HttpStatus.OK), spaces.require(id));
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "rename_workspace", summary = "Rename a workspace; for its admins")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WorkspaceRequest.Name.class)))
    @ApiResponse(responseCode = "200", description = "The workspace after it", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.NOT_AS_THINGS_STAND,
        ProblemType.CONFLICT,
        ProblemType.TOO_LARGE,
        ProblemType.INVALID_INPUT
    })
    ResponseEntity<WorkspaceAnswer.Whole> rename(@PathVariable String id, JsonBody body) {
        var name = name(body);
        var workspaceId = Spaces.workspace(id);
        var receipt = gateways.send(new RenameWorkspace(workspaceId, name));
        return spaces.after(receipt, workspaceId)
                .map(workspace -> single(Api.after(HttpStatus.OK, receipt), workspace))
                .orElseThrow(() -> Spaces.notFound("Workspace", id)); // removed from it just now
    }

    @PostMapping("/{id}/leave")
    @Operation(operationId = "leave_workspace", summary = "Leave a workspace; its last admin stays")
    @ApiResponse(responseCode = "204", description = "One does not belong to it any more")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.NOT_AS_THINGS_STAND, ProblemType.CONFLICT})
    ResponseEntity<Void> leave(@PathVariable String id) {
        return Api.nothing(gateways.send(new LeaveWorkspace(Spaces.workspace(id))));
    }

    private static String name(JsonBody body) {
        var name = body.required("name", Kinds.TEXT);
        body.enforce();
        return name.value();
    }

    private WorkspaceDetails asAsked(WorkspaceId id, String name) {
        var actor = Acting.now().orElseThrow().userId();
        var first = ListId.firstOf(id);
        var lists = List.of(new ListDetails(first, null, first.firstPlace()));
        return new WorkspaceDetails(
                new WorkspaceSummary(id, false, name, WorkspaceRole.ADMIN, lists),
                actor,
                List.of(new MemberDetails(actor, null, WorkspaceRole.ADMIN)),
                List.of(),
                clock.instant(),
                0);
    }

    private static ResponseEntity<WorkspaceAnswer.Whole> single(
            ResponseEntity.BodyBuilder answer, WorkspaceDetails workspace) {
        return answer.eTag("v" + workspace.version()).body(WorkspaceAnswer.Whole.of(workspace));
    }
}
