package io.taskledger.rest.task;

import java.time.Clock;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.task.TaskAnswer.TaskPage;
import io.taskledger.security.Acting;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tasks")
@RequestMapping(Api.BASE + "/tasks")
class TaskController {

    private final Gateways gateways;
    private final RateLimits limits;
    private final Clock clock;

    TaskController(Gateways gateways, RateLimits limits, Clock clock) {
        this.gateways = gateways;
        this.limits = limits;
        this.clock = clock;
    }

    @PostMapping
    @Operation(operationId = "create_task", summary = "Create a task of one's own")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Creation.class)))
    @ApiResponse(responseCode = "201", description = "The task", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.TOO_LARGE, ProblemType.RATE_LIMITED})
    ResponseEntity<TaskAnswer> create(JsonBody body) {
        var command = TaskBodies.newTask(TaskId.next(), body);
        limits.take(RateLimit.TASK_CREATION, Acting.now().orElseThrow().userId().text());
        var receipt = gateways.send(command);
        var answer = Api.answer(HttpStatus.CREATED).header(Gateways.POSITION, Long.toString(receipt.position()));
        var taskId = known(receipt.targetOr(command.taskId().text()));
        return gateways.find(new FindTask(taskId), TaskDetails.class, receipt)
                .map(task -> single(answer, task))
                // It is in the ledger; only the read model is late. An error would make the client create it again.
                .orElseGet(() -> single(answer.header(Gateways.STALE, "true"), asAsked(taskId, command)));
    }

    @GetMapping
    @Operation(operationId = "list_tasks", summary = "List one's own tasks")
    @ListingParameters
    @ApiResponse(responseCode = "200", description = "One page", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<TaskPage> list(QueryParameters query) {
        var listing = TaskListing.read(query, LocalDate.now(clock));
        return Api.answer(HttpStatus.OK).body(TaskPage.of(gateways.page(listing, TaskDetails.class)));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "show_task", summary = "Show a task")
    @ApiResponse(responseCode = "200", description = "The task", useReturnTypeSchema = true)
    @Refuses(ProblemType.TASK_NOT_FOUND)
    ResponseEntity<TaskAnswer> show(@PathVariable String id) {
        var task = gateways.find(new FindTask(known(id)), TaskDetails.class).orElseThrow(() -> notFound(id));
        return single(Api.answer(HttpStatus.OK), task);
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "edit_task", summary = "Change, complete or reopen a task")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Changes.class)))
    @ApiResponse(responseCode = "200", description = "The task after it", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.NOTHING_TO_UPDATE,
        ProblemType.TASK_NOT_FOUND,
        ProblemType.CONFLICT,
        ProblemType.TOO_LARGE,
        ProblemType.INVALID_INPUT
    })
    ResponseEntity<TaskAnswer> edit(@PathVariable String id, JsonBody body) {
        var edit = TaskBodies.edit(body);
        var taskId = known(id);
        if (edit.touchesNothing()) {
            // That there is no such task comes first.
            throw gateways.find(new FindTask(taskId), TaskDetails.class).isEmpty()
                    ? notFound(id)
                    : new Refused(ProblemType.NOTHING_TO_UPDATE, "No fields provided for update");
        }
        var receipt = gateways.send(new EditTask(taskId, edit));
        var task = gateways.find(new FindTask(taskId), TaskDetails.class, receipt)
                .orElseThrow(() -> notFound(id)); // deleted by somebody else just now
        return single(Api.answer(HttpStatus.OK).header(Gateways.POSITION, Long.toString(receipt.position())), task);
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "delete_task", summary = "Delete a task")
    @ApiResponse(responseCode = "204", description = "It is deleted")
    @Refuses({ProblemType.TASK_NOT_FOUND, ProblemType.CONFLICT})
    ResponseEntity<Void> delete(@PathVariable String id) {
        var receipt = gateways.send(new DeleteTask(known(id)));
        return ResponseEntity.noContent()
                .header(Gateways.POSITION, Long.toString(receipt.position()))
                .build();
    }

    private TaskDetails asAsked(TaskId taskId, CreateTask asked) {
        var now = clock.instant();
        return new TaskDetails(
                taskId,
                Acting.now().orElseThrow().userId(),
                asked.title(),
                asked.description(),
                asked.priority(),
                asked.dueDate(),
                asked.dueTime(),
                asked.tags(),
                asked.completed() ? now : null,
                now,
                now,
                0);
    }

    private static ResponseEntity<TaskAnswer> single(ResponseEntity.BodyBuilder answer, TaskDetails task) {
        return answer.eTag("v" + task.version()).body(TaskAnswer.of(task));
    }

    /** An id that is none gets the answer of an unknown one. */
    private static TaskId known(String id) {
        return TaskId.parse(id).orElseThrow(() -> notFound(id));
    }

    private static Refused notFound(String id) {
        return new Refused(Problem.taskNotFound(id));
    }
}
