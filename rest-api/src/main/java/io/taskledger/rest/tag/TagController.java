package io.taskledger.rest.tag;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TagCommand.UntagTask;
import io.taskledger.rest.Api;
import io.taskledger.rest.input.JsonValue;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.TaskAnswer;
import io.taskledger.rest.task.TaskDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tags of one task. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Tags")
@RequestMapping(Api.BASE)
class TagController {

    private final TaskDesk desk;

    TagController(TaskDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/tasks/{id}/tags")
    @Operation(operationId = "tag_task", summary = "Add tags to a task, those that it lacks at the end")
    @RequestBody(
            required = true,
            content = @Content(array = @ArraySchema(schema = @Schema(type = "string", maxLength = 100))))
    @ApiResponse(responseCode = "200", description = "The task after it", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.INVALID_INPUT,
        ProblemType.TASK_NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.PRECONDITION_FAILED,
        ProblemType.TOO_LARGE
    })
    ResponseEntity<TaskAnswer> tag(@PathVariable String id, JsonValue body) {
        var tags = body.as(Kinds.listOf(Kinds.TEXT));
        var task = TaskDesk.known(id);
        return desk.answer(HttpStatus.OK, task, desk.send(new TagTask(task, tags)));
    }

    @DeleteMapping("/tasks/{id}/tags/{tag}")
    @Operation(operationId = "untag_task", summary = "Take a tag off a task")
    @ApiResponse(responseCode = "200", description = "The task after it", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.TASK_NOT_FOUND,
        ProblemType.TAG_NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.PRECONDITION_FAILED
    })
    ResponseEntity<TaskAnswer> untag(@PathVariable String id, @PathVariable String tag) {
        var task = TaskDesk.known(id);
        return desk.answer(HttpStatus.OK, task, desk.send(new UntagTask(task, tag)));
    }
}
