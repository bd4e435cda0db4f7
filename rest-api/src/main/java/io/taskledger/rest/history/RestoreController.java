package io.taskledger.rest.history;

import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.history.Undoing;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.input.TimeKinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.problem.RejectionProblems;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.HouseBehindGateways;
import io.taskledger.rest.task.TaskAnswer;
import io.taskledger.rest.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes a task again what it was: one more thing done to it, which can be undone as others can. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "History")
@RequestMapping(Api.BASE + "/tasks/{id}/restore")
class RestoreController {

    private final Gateways gateways;
    private final HouseBehindGateways house;
    private final Undoing undoing;

    RestoreController(Gateways gateways, HouseBehindGateways house) {
        this.gateways = gateways;
        this.house = house;
        this.undoing = new Undoing(house);
    }

    @PostMapping
    @Operation(
            operationId = "restore_version",
            summary = "Make a task's fields, tags, place and assignee what they were; out of the trash, too")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "force",
            description = "Also where something of it cannot be brought back",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Restoring.class)))
    @ApiResponse(responseCode = "200", description = "The task", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.TASK_NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.NOT_AS_THINGS_STAND,
        ProblemType.CONFLICT,
        ProblemType.PRECONDITION_FAILED,
        ProblemType.INVALID_INPUT
    })
    ResponseEntity<TaskAnswer> restore(@PathVariable String id, JsonBody body, QueryParameters query) {
        var force = query.optional("force", Kinds.FLAG);
        query.enforce();
        var task = TaskDesk.known(id);
        var point = point(body);
        // What is in the trash is shown to those only who may do everything with it.
        gateways.find(new FindTask(task), TaskDetails.class).ifPresent(now -> TaskDesk.require(now, TaskLevel.EDIT));
        if (!force.or(false)) {
            house.ask(new PlanRestore(task, point)).ifPresent(RestoreController::requireAll);
        }
        var outcome = undoing.restore(task, point)
                .orElseThrow(() ->
                        new Refused(ProblemType.TASK_NOT_FOUND, "Task " + id + " or that version of it not found"));
        if (outcome.rejection() != null) {
            throw new Refused(RejectionProblems.wordsFor(outcome.rejection()));
        }
        var now = gateways.find(new FindTask(task), TaskDetails.class).orElseThrow(() -> TaskDesk.notFound(id));
        return TaskDesk.single(
                Api.answer(HttpStatus.OK).header(Gateways.POSITION, Long.toString(outcome.position())), now);
    }

    private static void requireAll(TaskPlan plan) {
        if (!plan.leftOut().isEmpty()) {
            throw new Refused(
                    ProblemType.NOT_AS_THINGS_STAND,
                    plan.leftOut().stream()
                            .map(left -> left.field() + " (" + left.why().text().replace('_', ' ') + ")")
                            .collect(Collectors.joining(", ", "Not to be brought back: ", "")));
        }
    }

    private static TaskPoint point(JsonBody body) {
        var version = body.nullable("version", Kinds.NUMBER);
        var at = body.nullable("at", TimeKinds.BEGINNING);
        body.enforce();
        if ((version.orNull() == null) == (at.orNull() == null)) {
            throw new InvalidInput(new InputProblem(
                    List.of("body", "version"), "Either a version's number or an instant as `at`", "value_error"));
        }
        return version.orNull() == null
                ? new TaskPoint.At(new PastMoment.Happened(at.value()))
                : new TaskPoint.Version(version.value());
    }

    /** What is sent, for the OpenAPI document. */
    @Schema(name = "Restoration", description = "One of both")
    record Restoring(
            @Schema(nullable = true, minimum = "0", description = "Its number") @Nullable
            Integer version,

            @Schema(nullable = true, description = "An instant; a day stands for its first moment") @Nullable
            String at) {}
}
