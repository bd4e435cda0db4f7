package io.taskledger.rest.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.HistoryQuery.ListOwnActions;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.OwnActions;
import io.taskledger.messages.history.TaskPlan.LeftOut;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.Undoing;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.AsOfHeaders;
import io.taskledger.rest.task.HouseBehindGateways;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes back what was done to tasks, and does it again: as new events, so that the history keeps both. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "History")
@RequestMapping(Api.BASE)
class UndoController {

    private static final int LARGEST_PAGE = 1_000;

    private final Gateways gateways;
    private final Undoing undoing;

    UndoController(Gateways gateways, HouseBehindGateways house) {
        this.gateways = gateways;
        this.undoing = new Undoing(house);
    }

    @GetMapping("/users/me/actions")
    @Operation(operationId = "list_own_actions", summary = "List what one did last to tasks, and what of it is undone")
    @ApiResponse(responseCode = "200", description = "The last 50, the newest first", useReturnTypeSchema = true)
    ResponseEntity<OwnActionsAnswer> own() {
        var asOf = AsOfHeaders.now(gateways);
        var actions = gateways.find(new ListOwnActions(), OwnActions.class).orElseThrow();
        return asOf.on(Api.answer(HttpStatus.OK)).body(OwnActionsAnswer.of(actions));
    }

    @GetMapping("/actions/{id}/undo")
    @Operation(
            operationId = "plan_undo",
            summary = "See what undoing an action would change, and what it would leave out")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "force",
            description = "Put back too what was changed since",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "skip",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "Of tasks",
            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "1000"))
    @ApiResponse(responseCode = "200", description = "The plan; nothing is done", useReturnTypeSchema = true)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.NOT_AS_THINGS_STAND, ProblemType.INVALID_INPUT})
    ResponseEntity<UndoAnswer> plan(@PathVariable String id, QueryParameters query) {
        var force = query.optional("force", Kinds.FLAG);
        var skip = query.optional("skip", Kinds.between(0, Integer.MAX_VALUE));
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        query.enforce();
        var plan = gateways.find(
                        new PlanUndo(action(id), Sense.UNDO, force.or(false), null, skip.or(0), limit.or(LARGEST_PAGE)),
                        UndoPlan.class)
                .orElseThrow(() -> notFound(id));
        return new AsOfHeaders(plan.asOf()).on(Api.answer(HttpStatus.OK)).body(UndoAnswer.of(plan));
    }

    @PostMapping("/actions/{id}/undo")
    @Operation(operationId = "undo_action", summary = "Undo an action, of one task or of many")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "force",
            description = "Put back too what was changed since",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @ApiResponse(
            responseCode = "200",
            description = "What became of each task; nothing changes where it is undone already",
            useReturnTypeSchema = true)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.NOT_AS_THINGS_STAND, ProblemType.INVALID_INPUT})
    ResponseEntity<UndoAnswer.Result> undo(@PathVariable String id, QueryParameters query) {
        return carryOut(id, Sense.UNDO, query);
    }

    @PostMapping("/actions/{id}/redo")
    @Operation(operationId = "redo_action", summary = "Do again what was undone")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "force",
            description = "Also where it was changed since it was undone",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @ApiResponse(
            responseCode = "200",
            description = "What became of each task; nothing changes where it is not undone",
            useReturnTypeSchema = true)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.NOT_AS_THINGS_STAND, ProblemType.INVALID_INPUT})
    ResponseEntity<UndoAnswer.Result> redo(@PathVariable String id, QueryParameters query) {
        return carryOut(id, Sense.REDO, query);
    }

    private ResponseEntity<UndoAnswer.Result> carryOut(String id, Sense sense, QueryParameters query) {
        var force = query.optional("force", Kinds.FLAG);
        query.enforce();
        var outcome = undoing.carryOut(action(id), sense, force.or(false)).orElseThrow(() -> notFound(id));
        var result = UndoAnswer.Result.of(outcome);
        if (outcome.refused()) {
            throw new Refused(
                    Problem.of(ProblemType.NOT_AS_THINGS_STAND, words(outcome)).showing(result));
        }
        return Api.answer(HttpStatus.OK)
                .header(Gateways.POSITION, Long.toString(outcome.position()))
                .body(result);
    }

    /** The first reason. */
    private static String words(Undoing.Outcome outcome) {
        return outcome.tasks().stream()
                .flatMap(task -> task.plan().leftOut().stream())
                .findFirst()
                .map(UndoController::words)
                .orElse("Nothing was changed: each task refuses it, for the reason given there");
    }

    private static String words(LeftOut left) {
        var what = left.field() == null ? "The task" : "The field " + left.field();
        return switch (left.why()) {
            case CHANGED_SINCE -> what + " was changed since" + words(left.later());
            case IN_TRASH -> "The task is in the trash" + words(left.later());
            case NOT_PERMITTED -> "You may not change this any more";
            case NOT_THERE -> "The task is gone, or not shown to you any more";
            case ERASED -> "Whoever wrote it was erased, and the text with them";
            case PERSON_GONE -> "The account that it names is no more";
            case PURGED -> "What was taken out of the trash is gone for good";
            case REMINDED -> "Somebody was reminded: that cannot be taken back";
            case LEFT -> "Who left cannot let themselves in again: whoever shared it can";
            case CONTENT_GONE -> "The content of a removed file is not kept: attach it anew";
        };
    }

    private static String words(@Nullable Deed later) {
        return later == null
                ? ""
                : " by " + (later.actorName() == null ? "somebody" : later.actorName()) + " at " + later.at()
                        + " (version " + later.version() + ")";
    }

    private static ActionId action(String id) {
        return ActionId.parse(id).orElseThrow(() -> notFound(id));
    }

    private static Refused notFound(String id) {
        return new Refused(ProblemType.NOT_FOUND, "Action with ID " + id + " not found");
    }
}
