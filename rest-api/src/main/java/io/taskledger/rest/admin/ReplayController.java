package io.taskledger.rest.admin;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.history.FindReplay;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.ReplayId;
import io.taskledger.messages.history.ReplayLedger;
import io.taskledger.messages.history.ReplayRun;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.input.TimeKinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
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

/** Replays of the whole ledger. */
@RestController
@Within(Realm.ADMIN)
@Refuses(ProblemType.UNAUTHORIZED_ACCESS)
@Tag(name = "Projections")
@RequestMapping(ReplayController.REPLAYS)
class ReplayController {

    static final String REPLAYS = Api.BASE + "/admin/replays";

    private final Gateways gateways;

    ReplayController(Gateways gateways) {
        this.gateways = gateways;
    }

    @PostMapping
    @Operation(
            operationId = "replay_ledger",
            summary = "Fold the whole ledger once more, and compare what is live with it",
            description = "Goes on after the answer: `Location` tells how far it has got. Changes nothing. Up to a past"
                    + " position nothing is compared.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "recorded_at",
            description = "Up to what was recorded by this instant (a day stands for its first moment)",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "position",
            description = "Up to this position; not together with `recorded_at`",
            schema = @Schema(type = "integer", minimum = "1"))
    @ApiResponse(responseCode = "202", description = "The replay as it begins", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<ReplayAnswer> replay(QueryParameters query) {
        var recorded = query.optional("recorded_at", TimeKinds.BEGINNING);
        var position = query.optional("position", TimeKinds.POSITION);
        query.enforce();
        if (recorded.sent() && position.sent()) {
            throw new InvalidInput(
                    new InputProblem(List.of("query", "position"), "Not together with recorded_at", "value_error"));
        }
        var id = ReplayId.next();
        gateways.order(new ReplayLedger(
                id, upTo(recorded.map(PastMoment.Recorded::new), position.map(PastMoment.Position::new))));
        return Api.answer(HttpStatus.ACCEPTED)
                .location(URI.create(REPLAYS + "/" + id))
                .body(found(id));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "show_replay", summary = "Tell how a replay of the ledger goes, and what came of it")
    @ApiResponse(responseCode = "200", description = "Its report", useReturnTypeSchema = true)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<ReplayAnswer> show(@PathVariable String id) {
        return Api.answer(HttpStatus.OK).body(found(ReplayId.parse(id).orElseThrow(() -> noReplay(id))));
    }

    private static @Nullable PastMoment upTo(@Nullable PastMoment recorded, @Nullable PastMoment position) {
        return recorded == null ? position : recorded;
    }

    private ReplayAnswer found(ReplayId id) {
        return gateways.find(new FindReplay(id), ReplayRun.class)
                .map(ReplayAnswer::of)
                .orElseThrow(() -> noReplay(id.text()));
    }

    private static Refused noReplay(String id) {
        return new Refused(Problem.of(ProblemType.NOT_FOUND, "Replay " + id + " not found"));
    }
}
