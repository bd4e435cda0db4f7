package io.taskledger.rest.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a task stands, and whose turn it is. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Tasks")
@RequestMapping(Api.BASE + "/tasks/{id}")
@Refuses({
    ProblemType.TASK_NOT_FOUND,
    ProblemType.UNAUTHORIZED_ACCESS,
    ProblemType.CONFLICT,
    ProblemType.PRECONDITION_FAILED
})
class WhereaboutsController {

    private final TaskDesk desk;
    private final Gateways gateways;

    WhereaboutsController(TaskDesk desk, Gateways gateways) {
        this.desk = desk;
        this.gateways = gateways;
    }

    @PostMapping("/move")
    @Operation(
            operationId = "move_task",
            summary = "Put a task beside another one, at the end of a list, or into another workspace")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Move.class)))
    @ApiResponse(responseCode = "200", description = "The task after it", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.NOT_FOUND, ProblemType.NOT_AS_THINGS_STAND})
    ResponseEntity<TaskAnswer> move(@PathVariable String id, JsonBody body) {
        var destination = Destination.read(body);
        var task = desk.find(id, TaskLevel.PLACE).taskId();
        return answer(task, new MoveTask(task, destination.find(task, gateways)));
    }

    @PutMapping("/assignee")
    @Operation(operationId = "assign_task", summary = "Make a task somebody's turn")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Assignment.class)))
    @ApiResponse(responseCode = "200", description = "The task after it", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.NOT_FOUND, ProblemType.NOT_AS_THINGS_STAND})
    ResponseEntity<TaskAnswer> assign(@PathVariable String id, JsonBody body) {
        var username = body.required("username", Kinds.TEXT);
        body.enforce();
        var task = TaskDesk.known(id);
        return answer(task, new AssignTask(task, username.value()));
    }

    @DeleteMapping("/assignee")
    @Operation(operationId = "unassign_task", summary = "Make a task nobody's turn")
    @ApiResponse(responseCode = "200", description = "The task after it", useReturnTypeSchema = true)
    ResponseEntity<TaskAnswer> unassign(@PathVariable String id) {
        var task = TaskDesk.known(id);
        return answer(task, new AssignTask(task, null));
    }

    private ResponseEntity<TaskAnswer> answer(TaskId task, TaskCommand command) {
        return desk.answer(HttpStatus.OK, task, desk.send(command));
    }
}
