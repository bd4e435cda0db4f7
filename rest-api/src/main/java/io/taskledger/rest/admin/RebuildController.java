package io.taskledger.rest.admin;

import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.messages.projection.ProjectionCommand.CancelRebuild;
import io.taskledger.messages.projection.ProjectionCommand.PauseRebuild;
import io.taskledger.messages.projection.ProjectionCommand.Rebuild;
import io.taskledger.messages.projection.ProjectionCommand.ResumeRebuild;
import io.taskledger.messages.projection.ProjectionCommand.Swap;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionQuery.FindProjection;
import io.taskledger.messages.projection.ProjectionQuery.FindRebuild;
import io.taskledger.messages.projection.ProjectionQuery.ListRebuilds;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.jspecify.annotations.Nullable;
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
@RequestMapping(Known.PROJECTIONS + "/{name}")
class RebuildController {

    private static final int MOST_LISTED = 100;
    private static final int LISTED = 20;
    private static final Kind<Afterwards> AFTERWARDS = Kinds.oneOf(new TreeMap<>(
            Stream.of(Afterwards.values()).collect(Collectors.toMap(Afterwards::text, Function.identity()))));

    private final Gateways gateways;

    RebuildController(Gateways gateways) {
        this.gateways = gateways;
    }

    @PostMapping("/rebuilds")
    @Operation(
            operationId = "rebuild_projection",
            summary = "Make a new version of a projection from the ledger",
            description = "Goes on after the answer: `Location` tells how far it has got.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProjectionRequest.Order.class)))
    @ApiResponse(responseCode = "202", description = "The rebuild as it begins", useReturnTypeSchema = true)
    @Refuses({ProblemType.NOT_AS_THINGS_STAND, ProblemType.INVALID_INPUT})
    ResponseEntity<RebuildAnswer> rebuild(@PathVariable String name, JsonBody body) {
        var afterwards = body.optional("afterwards", AFTERWARDS);
        var regardless = body.nullable("regardless", Kinds.TEXT);
        body.enforce();
        return begin(name, afterwards.or(Afterwards.SWAP), regardless.orNull());
    }

    @PostMapping("/verify")
    @Operation(
            operationId = "verify_projection",
            summary = "Compare the live version with what the ledger says",
            description = "A rebuild whose version is dropped once it is compared.")
    @ApiResponse(responseCode = "202", description = "The check as it begins", useReturnTypeSchema = true)
    @Refuses(ProblemType.NOT_AS_THINGS_STAND)
    ResponseEntity<RebuildAnswer> verify(@PathVariable String name) {
        return begin(name, Afterwards.DROP, null);
    }

    @GetMapping("/rebuilds")
    @Operation(operationId = "list_rebuilds", summary = "List a projection's rebuilds and checks, latest first")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
    @ApiResponse(responseCode = "200", description = "Without their differences", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<List<RebuildAnswer>> list(@PathVariable String name, QueryParameters query) {
        var projection = Known.projection(name);
        var limit = query.optional("limit", Kinds.between(1, MOST_LISTED));
        query.enforce();
        if (gateways.find(new FindProjection(projection), ProjectionStatus.class)
                .isEmpty()) {
            throw Known.noProjection(name);
        }
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new ListRebuilds(projection, limit.or(LISTED)), RebuildReport.class).stream()
                        .map(RebuildAnswer::of)
                        .toList());
    }

    @GetMapping("/rebuilds/{id}")
    @Operation(operationId = "show_rebuild", summary = "Tell how a rebuild goes, and what differs")
    @ApiResponse(responseCode = "200", description = "Its report", useReturnTypeSchema = true)
    ResponseEntity<RebuildAnswer> show(@PathVariable String name, @PathVariable String id) {
        return Api.answer(HttpStatus.OK).body(report(Known.projection(name), Known.rebuild(id)));
    }

    @PostMapping("/rebuilds/{id}/pause")
    @Operation(operationId = "pause_rebuild", summary = "Let a rebuild rest")
    @ApiResponse(responseCode = "200", description = "Its report", useReturnTypeSchema = true)
    @Refuses(ProblemType.NOT_AS_THINGS_STAND)
    ResponseEntity<RebuildAnswer> pause(@PathVariable String name, @PathVariable String id) {
        return after(new PauseRebuild(Known.projection(name), Known.rebuild(id)), id);
    }

    @PostMapping("/rebuilds/{id}/resume")
    @Operation(operationId = "resume_rebuild", summary = "Let a rebuild go on")
    @ApiResponse(responseCode = "200", description = "Its report", useReturnTypeSchema = true)
    @Refuses(ProblemType.NOT_AS_THINGS_STAND)
    ResponseEntity<RebuildAnswer> resume(@PathVariable String name, @PathVariable String id) {
        return after(new ResumeRebuild(Known.projection(name), Known.rebuild(id)), id);
    }

    @PostMapping("/rebuilds/{id}/cancel")
    @Operation(operationId = "cancel_rebuild", summary = "Give a rebuild up and drop its version")
    @ApiResponse(responseCode = "200", description = "Its report", useReturnTypeSchema = true)
    @Refuses(ProblemType.NOT_AS_THINGS_STAND)
    ResponseEntity<RebuildAnswer> cancel(@PathVariable String name, @PathVariable String id) {
        return after(new CancelRebuild(Known.projection(name), Known.rebuild(id)), id);
    }

    @PostMapping("/rebuilds/{id}/swap")
    @Operation(operationId = "swap_projection", summary = "Make the version of a rebuild that is held live")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProjectionRequest.Swap.class)))
    @ApiResponse(responseCode = "200", description = "Its report", useReturnTypeSchema = true)
    @Refuses({ProblemType.NOT_AS_THINGS_STAND, ProblemType.INVALID_INPUT})
    ResponseEntity<RebuildAnswer> swap(@PathVariable String name, @PathVariable String id, JsonBody body) {
        var regardless = body.nullable("regardless", Kinds.TEXT);
        body.enforce();
        return after(new Swap(Known.projection(name), Known.rebuild(id), regardless.orNull()), id);
    }

    private ResponseEntity<RebuildAnswer> begin(String name, Afterwards afterwards, @Nullable String regardless) {
        var projection = Known.projection(name);
        var id = RebuildId.next();
        gateways.order(new Rebuild(projection, id, afterwards, regardless));
        return Api.answer(HttpStatus.ACCEPTED)
                .location(URI.create(Known.PROJECTIONS + "/" + name + "/rebuilds/" + id))
                .body(report(projection, id));
    }

    private ResponseEntity<RebuildAnswer> after(ProjectionCommand command, String id) {
        gateways.order(command);
        return Api.answer(HttpStatus.OK).body(report(command.projection(), Known.rebuild(id)));
    }

    private RebuildAnswer report(ProjectionId projection, RebuildId id) {
        return gateways.find(new FindRebuild(id), RebuildReport.class)
                .filter(report -> report.projection().equals(projection))
                .map(RebuildAnswer::of)
                .orElseThrow(() -> Known.noRebuild(id));
    }
}
