package io.taskledger.rest.admin;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.RetryDeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.SkipDeadLetter;
import io.taskledger.messages.projection.ProjectionQuery.FindProjection;
import io.taskledger.messages.projection.ProjectionQuery.ListDeadLetters;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.ADMIN)
@Refuses({ProblemType.UNAUTHORIZED_ACCESS, ProblemType.NOT_FOUND})
@Tag(name = "Projections")
@RequestMapping(Known.PROJECTIONS + "/{name}/dead-letters")
class DeadLetterController {

    private static final int MOST_LISTED = 1_000;
    private static final int LISTED = 100;

    private final Gateways gateways;

    DeadLetterController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping
    @Operation(
            operationId = "list_dead_letters",
            summary = "List the events that wait since one could not be handled, oldest first")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
    @ApiResponse(responseCode = "200", description = "Of the live version", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<List<DeadLetterAnswer>> list(@PathVariable String name, QueryParameters query) {
        var projection = Known.projection(name);
        var limit = query.optional("limit", Kinds.between(1, MOST_LISTED));
        query.enforce();
        if (gateways.find(new FindProjection(projection), ProjectionStatus.class)
                .isEmpty()) {
            throw Known.noProjection(name);
        }
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new ListDeadLetters(projection, limit.or(LISTED)), DeadLetter.class).stream()
                        .map(DeadLetterAnswer::of)
                        .toList());
    }

    @PostMapping("/{id}/retry")
    @Operation(operationId = "retry_dead_letter", summary = "Handle an event that waits, and those behind it")
    @ApiResponse(responseCode = "204", description = "They are handled")
    @Refuses(ProblemType.NOT_AS_THINGS_STAND)
    ResponseEntity<Void> retry(@PathVariable String name, @PathVariable String id) {
        gateways.order(new RetryDeadLetter(Known.projection(name), id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/skip")
    @Operation(
            operationId = "skip_dead_letter",
            summary = "Leave an event out of a projection for good",
            description = "Those of its stream behind it are handled.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProjectionRequest.Skip.class)))
    @ApiResponse(responseCode = "204", description = "It is left out")
    @Refuses({ProblemType.NOT_AS_THINGS_STAND, ProblemType.INVALID_INPUT})
    ResponseEntity<Void> skip(@PathVariable String name, @PathVariable String id, JsonBody body) {
        var reason = body.required("reason", Kinds.TEXT);
        body.enforce();
        gateways.order(new SkipDeadLetter(Known.projection(name), id, reason.value()));
        return ResponseEntity.noContent().build();
    }
}
