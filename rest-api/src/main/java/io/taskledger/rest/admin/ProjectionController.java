package io.taskledger.rest.admin;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.projection.ProjectionCommand.DropVersion;
import io.taskledger.messages.projection.ProjectionCommand.RebuildRows;
import io.taskledger.messages.projection.ProjectionCommand.RollBack;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionQuery.FindProjection;
import io.taskledger.messages.projection.ProjectionQuery.ListProjections;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RowsOf;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.ADMIN)
@Refuses(ProblemType.UNAUTHORIZED_ACCESS)
@Tag(name = "Projections", description = "For admins of the instance")
@RequestMapping(Known.PROJECTIONS)
class ProjectionController {

    private final Gateways gateways;

    ProjectionController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping
    @Operation(operationId = "list_projections", summary = "Tell how every projection stands")
    @ApiResponse(responseCode = "200", description = "All of them, by name", useReturnTypeSchema = true)
    ResponseEntity<List<ProjectionAnswer>> list() {
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new ListProjections(), ProjectionStatus.class).stream()
                        .map(ProjectionAnswer::of)
                        .toList());
    }

    @GetMapping("/{name}")
    @Operation(operationId = "show_projection", summary = "Tell how a projection stands")
    @ApiResponse(responseCode = "200", description = "How it stands", useReturnTypeSchema = true)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<ProjectionAnswer> show(@PathVariable String name) {
        return answer(Known.projection(name));
    }

    @PostMapping("/{name}/rollback")
    @Operation(operationId = "roll_back_projection", summary = "Make the version live that was before the present one")
    @ApiResponse(responseCode = "200", description = "How it stands afterwards", useReturnTypeSchema = true)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.NOT_AS_THINGS_STAND})
    ResponseEntity<ProjectionAnswer> rollBack(@PathVariable String name) {
        var projection = Known.projection(name);
        gateways.order(new RollBack(projection));
        return answer(projection);
    }

    @PostMapping("/{name}/rows")
    @Operation(
            operationId = "rebuild_projection_rows",
            summary = "Make the rows of one owner or of one task anew, in the live version")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProjectionRequest.Rows.class)))
    @ApiResponse(responseCode = "204", description = "They are what the ledger says")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVALID_INPUT})
    ResponseEntity<Void> rows(@PathVariable String name, JsonBody body) {
        var of = body.required("of", Kinds.TEXT);
        body.enforce();
        gateways.order(new RebuildRows(Known.projection(name), RowsOf.named(of.value())));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{name}/versions/{number}")
    @Operation(operationId = "drop_projection_version", summary = "Drop a version that is not live")
    @ApiResponse(responseCode = "204", description = "It is dropped")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.NOT_AS_THINGS_STAND})
    ResponseEntity<Void> drop(@PathVariable String name, @PathVariable String number) {
        var projection = Known.projection(name);
        gateways.order(new DropVersion(projection, Known.version(projection, number)));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<ProjectionAnswer> answer(ProjectionId projection) {
        return gateways.find(new FindProjection(projection), ProjectionStatus.class)
                .map(status -> Api.answer(HttpStatus.OK).body(ProjectionAnswer.of(status)))
                .orElseThrow(() -> Known.noProjection(projection.name()));
    }
}
