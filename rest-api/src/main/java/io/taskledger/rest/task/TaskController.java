package io.taskledger.rest.task;

import java.time.Clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.AskedMoment.MomentParameters;
import io.taskledger.rest.task.TaskAnswer.TaskPage;
import io.taskledger.rest.task.TaskAnswer.TaskRun;
import io.taskledger.security.Acting;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimits;
import org.jspecify.annotations.Nullable;
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
@Within(Realm.TASKS)
@Tag(name = "Tasks")
@RequestMapping(Api.BASE + "/tasks")
class TaskController {

    private final Gateways gateways;
    private final TaskDesk desk;
    private final RateLimits limits;
    private final Clock clock;
    private final ReadersZone zone;

    TaskController(Gateways gateways, TaskDesk desk, RateLimits limits, Clock clock, ReadersZone zone) {
        this.gateways = gateways;
        this.desk = desk;
        this.limits = limits;
        this.clock = clock;
        this.zone = zone;
    }

    @PostMapping
    @Operation(operationId = "create_task", summary = "Create a task of one's own")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Creation.class)))
    @ApiResponse(responseCode = "201", description = "The task", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.INVALID_INPUT,
        ProblemType.NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.NOT_AS_THINGS_STAND,
        ProblemType.TOO_LARGE,
        ProblemType.RATE_LIMITED
    })
    ResponseEntity<TaskAnswer> create(JsonBody body) {
        var command = TaskBodies.newTask(TaskId.next(), body, this::home);
        limits.take(RateLimit.TASK_CREATION, Acting.now().orElseThrow().userId().text());
        var receipt = gateways.send(command);
        var answer = Api.after(HttpStatus.CREATED, receipt);
        var taskId = TaskDesk.known(receipt.targetOr(command.taskId().text()));
        return gateways.find(new FindTask(taskId), TaskDetails.class, receipt)
                .map(task -> TaskDesk.single(answer, task))
                // It is in the ledger; only the read model is late. An error would make the client create it again.
                .orElseGet(() -> TaskDesk.single(answer.header(Gateways.STALE, "true"), asAsked(taskId, command)));
    }

    @GetMapping
    @Operation(operationId = "list_tasks", summary = "List one's own tasks")
    @ListingParameters
    @MomentParameters
    @ApiResponse(
            responseCode = "200",
            description = "One page; with `cursor` one run, which has `next_cursor` in place of `page` and `pages`",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(oneOf = {TaskPage.class, TaskRun.class})))
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<?> list(QueryParameters query) {
        var cursor = TaskRuns.cursor(query);
        var asked = AskedMoment.read(query);
        // What was overdue then was so by the day that it was.
        var then = asked.instant(gateways)
                .map(at -> Clock.fixed(at, clock.getZone()))
                .orElse(clock);
        var listing = TaskListing.read(query, then, zone::find);
        if (cursor.sent()) {
            return Api.answer(HttpStatus.OK).body(TaskRuns.read(cursor.value(), listing, query, gateways));
        }
        Object wanted = asked.moment()
                .<Object>map(moment -> ListTasksAt.as(listing, moment))
                .orElse(listing);
        var asOf = asked.asOf(gateways);
        return asOf.apply(Api.answer(HttpStatus.OK)).body(TaskPage.of(gateways.page(wanted, TaskDetails.class)));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "show_task", summary = "Show a task")
    @MomentParameters
    @ApiResponse(responseCode = "200", description = "The task", useReturnTypeSchema = true)
    @Refuses({ProblemType.TASK_NOT_FOUND, ProblemType.INVALID_INPUT})
    ResponseEntity<TaskAnswer> show(@PathVariable String id, QueryParameters query) {
        var asked = AskedMoment.read(query);
        query.enforce();
        var asOf = asked.asOf(gateways);
        var task = asked.moment().map(moment -> desk.find(id, moment)).orElseGet(() -> desk.find(id));
        return TaskDesk.single(asOf.apply(Api.answer(HttpStatus.OK)), task);
    }

    @PatchMapping("/{id}")
    @Operation(
            operationId = "edit_task",
            summary = "Change, complete, reopen, move or assign a task, all of it or nothing")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Update.class)))
    @ApiResponse(responseCode = "200", description = "The task after it", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.NOTHING_TO_UPDATE,
        ProblemType.TASK_NOT_FOUND,
        ProblemType.NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.NOT_AS_THINGS_STAND,
        ProblemType.CONFLICT,
        ProblemType.PRECONDITION_FAILED,
        ProblemType.TOO_LARGE,
        ProblemType.INVALID_INPUT
    })
    ResponseEntity<TaskAnswer> edit(@PathVariable String id, JsonBody body) {
        var changes = TaskChanges.read(body);
        var taskId = TaskDesk.known(id);
        if (changes.areNone()) {
            // That there is no such task comes first, and that one may not edit it.
            desk.find(id, TaskLevel.EDIT);
            throw new Refused(ProblemType.NOTHING_TO_UPDATE, "No fields provided for update");
        }
        return desk.answer(HttpStatus.OK, taskId, desk.send(taskId, changes.command(taskId, desk, gateways)));
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "delete_task", summary = "Delete a task")
    @ApiResponse(responseCode = "204", description = "It is in the trash")
    @Refuses({
        ProblemType.TASK_NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.CONFLICT,
        ProblemType.PRECONDITION_FAILED
    })
    ResponseEntity<Void> delete(@PathVariable String id) {
        return Api.nothing(desk.send(new DeleteTask(TaskDesk.known(id))));
    }

    /** Null where the client says nothing of it: the command side has an inbox for that. */
    private @Nullable TaskHome home(Destination destination) {
        return destination.isOpen()
                ? null
                : destination.find(
                        WorkspaceId.personalOf(Acting.now().orElseThrow().userId()), gateways);
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
}
