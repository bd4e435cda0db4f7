package io.taskledger.rest.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTasks;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many tasks at once: all of them or none, or each for itself. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Tasks")
@RequestMapping(Api.BASE + "/tasks")
class BulkController {

    private static final Kind<List<String>> IDS = Kinds.listOf(Kinds.ID);

    private final Gateways gateways;
    private final OneByOne oneByOne;

    BulkController(Gateways gateways, OneByOne oneByOne) {
        this.gateways = gateways;
        this.oneByOne = oneByOne;
    }

    @PatchMapping("/bulk")
    @Operation(operationId = "edit_tasks", summary = "Change many tasks in the same way, all of them or none")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.BulkChanges.class)))
    @ApiResponse(responseCode = "200", description = "The tasks after it, each once", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.NOTHING_TO_UPDATE,
        ProblemType.NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.CONFLICT,
        ProblemType.TOO_LARGE,
        ProblemType.INVALID_INPUT
    })
    ResponseEntity<List<TaskAnswer>> edit(JsonBody body) {
        var asked = body.required("task_ids", IDS);
        var edit = TaskBodies.editOfMany(body.within("updates"));
        var names = names(asked.value());
        if (edit.touchesNothing()) {
            throw new Refused(ProblemType.NOTHING_TO_UPDATE, "No fields provided for update");
        }
        var ids = names.stream().flatMap(name -> TaskId.parse(name).stream()).toList();
        if (ids.size() < names.size()) {
            throw notFound(names, ids);
        }
        var receipt = gateways.send(new EditTasks(ids, edit));
        return Api.after(HttpStatus.OK, receipt)
                .body(gateways.list(new FindTasks(ids), TaskDetails.class, receipt).stream()
                        .map(TaskAnswer::of)
                        .toList());
    }

    @PostMapping("/actions")
    @Operation(
            operationId = "act_on_tasks",
            summary = "Do the same to many tasks, to each for itself, as one action that can be undone as one")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Action.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What became of each, in the order asked for",
            useReturnTypeSchema = true)
    @Refuses({ProblemType.NOTHING_TO_UPDATE, ProblemType.TOO_LARGE, ProblemType.INVALID_INPUT})
    ResponseEntity<ActionAnswer> act(JsonBody body) {
        var asked = body.required("task_ids", IDS);
        var deed = TaskDeed.read(body);
        var names = names(asked.value());
        var action = ActionId.next();
        var position = 0L;
        var results = new ArrayList<ActionAnswer.Result>();
        for (var name : names) {
            var outcome = oneByOne.act(name, deed, action);
            position = Math.max(position, outcome.position());
            results.add(outcome.result());
        }
        return Api.answer(HttpStatus.OK)
                .header(Gateways.POSITION, Long.toString(position))
                .body(new ActionAnswer(action.text(), results));
    }

    /** Each once, in the order in which they were named. */
    private static List<String> names(List<String> asked) {
        var names = List.copyOf(new LinkedHashSet<>(asked));
        if (names.isEmpty()) {
            throw invalid("List should have at least 1 item after validation, not 0", "too_short");
        }
        if (names.size() > EditTasks.LIMIT) {
            throw invalid("List should have at most " + EditTasks.LIMIT + " items", "too_long");
        }
        return names;
    }

    private Refused notFound(List<String> names, List<TaskId> ids) {
        var found = gateways.list(new FindTasks(ids), TaskDetails.class).stream()
                .map(task -> task.taskId().text())
                .collect(Collectors.toSet());
        return new Refused(
                ProblemType.NOT_FOUND,
                names.stream()
                        .filter(name -> !found.contains(name))
                        .collect(Collectors.joining(", ", "Tasks not found: [", "]")));
    }

    private static InvalidInput invalid(String message, String type) {
        return new InvalidInput(new InputProblem(List.of("body", "task_ids"), message, type));
    }
}
