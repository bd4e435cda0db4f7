package io.taskledger.rest.activity;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityQuery.ReadTaskActivity;
import io.taskledger.messages.activity.ActivityQuery.SumUpActivity;
import io.taskledger.messages.activity.ActivitySummary;
import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.Api;
import io.taskledger.rest.activity.ActivityAnswer.ActivityTotals;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.ACTIVITY)
@Tag(name = "Activity")
@RequestMapping(Api.BASE + "/activity")
class ActivityController {

    private final Gateways gateways;

    ActivityController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping
    @Operation(operationId = "list_activity", summary = "Tell what was done, by oneself and where one may look")
    @ApiResponse(responseCode = "200", description = "Newest first", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    @FilterParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "offset",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    ResponseEntity<List<ActivityAnswer>> list(QueryParameters query) {
        return Api.answer(HttpStatus.OK).body(told(gateways.list(ActivityListing.read(query), Activity.class)));
    }

    @GetMapping("/stats")
    @Operation(operationId = "activity_totals", summary = "Count what one did oneself")
    @ApiResponse(responseCode = "200", description = "How much of what", useReturnTypeSchema = true)
    ResponseEntity<ActivityTotals> totals() {
        var summary = gateways.find(new SumUpActivity(), ActivitySummary.class).orElseThrow();
        return Api.answer(HttpStatus.OK).body(ActivityTotals.of(summary));
    }

    @GetMapping("/tasks/{id}")
    @Within(Realm.TASKS)
    @Operation(operationId = "task_timeline", summary = "Tell all that happened to a task, oldest first")
    @ApiResponse(responseCode = "200", description = "Its activities", useReturnTypeSchema = true)
    @Refuses(ProblemType.TASK_NOT_FOUND)
    ResponseEntity<List<ActivityAnswer>> timeline(@PathVariable String id) {
        var activities = TaskId.parse(id)
                .map(task -> gateways.list(new ReadTaskActivity(task), Activity.class))
                .orElse(List.of());
        // The contract knows no timeline of what is deleted.
        if (activities.isEmpty()) {
            throw new Refused(Problem.taskNotFound(id));
        }
        return Api.answer(HttpStatus.OK).body(told(activities));
    }

    private static List<ActivityAnswer> told(List<Activity> activities) {
        return activities.stream().map(ActivityAnswer::of).toList();
    }
}
