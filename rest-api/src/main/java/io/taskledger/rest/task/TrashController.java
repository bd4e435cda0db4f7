package io.taskledger.rest.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskQuery.ListTrash;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.TaskAnswer.TaskPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was deleted and can be had back. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Trash")
@RequestMapping(Api.BASE + "/trash")
class TrashController {

    private static final int LARGEST_PAGE = 100;

    private final Gateways gateways;
    private final TaskDesk desk;

    TrashController(Gateways gateways, TaskDesk desk) {
        this.gateways = gateways;
        this.desk = desk;
    }

    @GetMapping
    @Operation(operationId = "list_trash", summary = "List what one could restore, the latest deleted first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "skip",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "100"))
    @ApiResponse(responseCode = "200", description = "One page", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<TaskPage> list(QueryParameters query) {
        var skip = query.optional("skip", Kinds.between(0, Integer.MAX_VALUE));
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        query.enforce();
        return Api.answer(HttpStatus.OK)
                .body(TaskPage.of(gateways.page(new ListTrash(skip.or(0), limit.or(LARGEST_PAGE)), TaskDetails.class)));
    }

    @PostMapping("/{id}/restore")
    @Operation(operationId = "restore_task", summary = "Take a task out of the trash")
    @ApiResponse(responseCode = "200", description = "The task", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.TASK_NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.CONFLICT,
        ProblemType.PRECONDITION_FAILED
    })
    ResponseEntity<TaskAnswer> restore(@PathVariable String id) {
        var task = TaskDesk.known(id);
        return desk.answer(HttpStatus.OK, task, desk.send(new RestoreTask(task)));
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "purge_task",
            summary = "Take a task out of the trash for good, with its comments and files")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @Refuses({
        ProblemType.TASK_NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.NOT_AS_THINGS_STAND,
        ProblemType.PRECONDITION_FAILED
    })
    ResponseEntity<Void> purge(@PathVariable String id) {
        return Api.nothing(desk.send(new PurgeTask(TaskDesk.known(id))));
    }
}
