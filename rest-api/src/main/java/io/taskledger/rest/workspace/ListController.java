package io.taskledger.rest.workspace;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.FindListPlace;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.TASKS)
@Tag(name = "Lists")
@Refuses({ProblemType.NOT_FOUND, ProblemType.UNAUTHORIZED_ACCESS, ProblemType.NOT_AS_THINGS_STAND, ProblemType.CONFLICT
})
@RequestMapping(Api.BASE + "/workspaces/{id}/lists")
class ListController {

    private final Gateways gateways;
    private final Spaces spaces;

    ListController(Gateways gateways, Spaces spaces) {
        this.gateways = gateways;
        this.spaces = spaces;
    }

    @PostMapping
    @Operation(operationId = "add_list", summary = "Add a list to a workspace")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WorkspaceRequest.NewList.class)))
    @ApiResponse(responseCode = "201", description = "The list", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.TOO_LARGE})
    ResponseEntity<WorkspaceAnswer.OneList> add(@PathVariable String id, JsonBody body) {
        var name = body.required("name", Kinds.TEXT);
        var neighbour = Neighbour.in(body);
        body.enforce();
        var beside = neighbour.list();
        var workspace = spaces.require(id);
        var listId = ListId.next();
        var workspaceId = workspace.summary().workspaceId();
        var place = place(workspace, new FindListPlace(workspaceId, listId, neighbour.side(), beside), neighbour);
        var command = new AddList(workspaceId, listId, name.value(), place);
        var receipt = gateways.send(command);
        // Done before under the same key: the list has another id.
        return receipt.repeated()
                ? answer(HttpStatus.CREATED, receipt, newest(receipt, command), command.listId())
                : answer(HttpStatus.CREATED, receipt, Optional.of(asAsked(command)), command.listId());
    }

    @PatchMapping("/{list}")
    @Operation(operationId = "edit_list", summary = "Rename a list, or move it beside another one")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WorkspaceRequest.ListChanges.class)))
    @ApiResponse(responseCode = "200", description = "The list after it", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.TOO_LARGE, ProblemType.NOTHING_TO_UPDATE})
    ResponseEntity<WorkspaceAnswer.OneList> edit(@PathVariable String id, @PathVariable String list, JsonBody body) {
        var name = body.optional("name", Kinds.TEXT);
        var neighbour = Neighbour.in(body);
        body.enforce();
        var beside = neighbour.list();
        var workspace = spaces.require(id);
        var workspaceId = workspace.summary().workspaceId();
        var listId = find(workspace, Spaces.list(list))
                .orElseThrow(() -> Spaces.notFound("List", list))
                .listId();
        if (!name.sent() && beside == null) {
            throw new Refused(ProblemType.NOTHING_TO_UPDATE, "No fields provided for update");
        }
        // Both are found right before the first is done.
        var rename = name.sent() ? new RenameList(workspaceId, listId, name.value()) : null;
        var move = beside == null
                ? null
                : new MoveList(
                        workspaceId,
                        listId,
                        place(workspace, new FindListPlace(workspaceId, listId, neighbour.side(), beside), neighbour));
        var receipt = rename == null ? null : gateways.send(rename);
        if (move != null) {
            receipt = gateways.send(move);
        }
        var last = Objects.requireNonNull(receipt, "something was sent");
        return answer(HttpStatus.OK, last, found(last, workspaceId, listId), listId);
    }

    @DeleteMapping("/{list}")
    @Operation(operationId = "remove_list", summary = "Remove a list; its tasks stand in the first one then")
    @ApiResponse(responseCode = "204", description = "It is removed")
    ResponseEntity<Void> remove(@PathVariable String id, @PathVariable String list) {
        return Api.nothing(gateways.send(new RemoveList(Spaces.workspace(id), Spaces.list(list))));
    }

    private Place place(WorkspaceDetails workspace, FindListPlace query, Neighbour neighbour) {
        if (query.neighbour() != null && find(workspace, query.neighbour()).isEmpty()) {
            throw Spaces.notFound("List", query.neighbour().text());
        }
        if (query.listId().equals(query.neighbour())) {
            throw Spaces.invalid(neighbour.field(), "A list cannot stand beside itself");
        }
        return gateways.find(query, Place.class)
                .orElseThrow(() -> new Refused(
                        ProblemType.NOT_AS_THINGS_STAND,
                        "There is no room left between these lists: move one of them elsewhere first"));
    }

    private Optional<ListDetails> found(Receipt receipt, WorkspaceId workspace, ListId list) {
        return spaces.after(receipt, workspace).flatMap(now -> find(now, list));
    }

    private Optional<ListDetails> newest(Receipt receipt, AddList command) {
        return spaces.after(receipt, command.workspaceId())
                .flatMap(now -> now.summary().lists().stream()
                        .filter(list -> command.name().equals(list.name()))
                        .max(Comparator.comparing(list -> list.listId().text())));
    }

    private static Optional<ListDetails> find(WorkspaceDetails workspace, ListId wanted) {
        return workspace.summary().lists().stream()
                .filter(list -> list.listId().equals(wanted))
                .findFirst();
    }

    private static ListDetails asAsked(AddList command) {
        return new ListDetails(command.listId(), command.name(), command.place());
    }

    private static ResponseEntity<WorkspaceAnswer.OneList> answer(
            HttpStatus status, Receipt receipt, Optional<ListDetails> list, ListId id) {
        return list.map(one -> Api.after(status, receipt).body(WorkspaceAnswer.OneList.of(one)))
                .orElseThrow(() -> Spaces.notFound("List", id.text())); // removed by somebody else just now
    }
}
