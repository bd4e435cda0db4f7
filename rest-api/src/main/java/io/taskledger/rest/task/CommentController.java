package io.taskledger.rest.task;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.task.CommentCommand;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindComment;
import io.taskledger.messages.task.TaskQuery.ListComments;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.security.Acting;
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
@Tag(name = "Comments")
@RequestMapping(Api.BASE)
class CommentController {

    private final Gateways gateways;
    private final TaskDesk desk;

    CommentController(Gateways gateways, TaskDesk desk) {
        this.gateways = gateways;
        this.desk = desk;
    }

    @PostMapping("/tasks/{id}/comments")
    @Operation(operationId = "add_comment", summary = "Say something about a task")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.CommentText.class)))
    @ApiResponse(responseCode = "201", description = "The comment", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.INVALID_INPUT,
        ProblemType.TASK_NOT_FOUND,
        ProblemType.NOT_AS_THINGS_STAND,
        ProblemType.PRECONDITION_FAILED,
        ProblemType.TOO_LARGE
    })
    ResponseEntity<CommentAnswer> add(@PathVariable String id, JsonBody body) {
        var content = content(body);
        var task = TaskDesk.known(id);
        var command = new AddComment(task, CommentId.next(task), content);
        var receipt = desk.send(command);
        var comment = receipt.repeated() ? madeBefore(task, content, receipt) : found(command.commentId(), receipt);
        return answer(HttpStatus.CREATED, comment, receipt);
    }

    @GetMapping("/tasks/{id}/comments")
    @Operation(operationId = "list_comments", summary = "List what was said about a task, oldest first")
    @ApiResponse(responseCode = "200", description = "The comments", useReturnTypeSchema = true)
    @Refuses(ProblemType.TASK_NOT_FOUND)
    ResponseEntity<List<CommentAnswer>> list(@PathVariable String id) {
        var task = desk.find(id);
        return Api.answer(HttpStatus.OK)
                .body(task.comments().stream().map(CommentAnswer::of).toList());
    }

    @PatchMapping("/comments/{id}")
    @Operation(operationId = "edit_comment", summary = "Change a comment of one's own")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.CommentText.class)))
    @ApiResponse(responseCode = "200", description = "The comment after it", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.INVALID_INPUT,
        ProblemType.NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.PRECONDITION_FAILED,
        ProblemType.TOO_LARGE
    })
    ResponseEntity<CommentAnswer> edit(@PathVariable String id, JsonBody body) {
        var content = content(body);
        var comment = known(id);
        var receipt = send(new EditComment(comment.taskId(), comment, content));
        return answer(HttpStatus.OK, found(comment, receipt), receipt);
    }

    @DeleteMapping("/comments/{id}")
    @Operation(operationId = "delete_comment", summary = "Delete a comment of one's own, or on a task of one's own")
    @ApiResponse(responseCode = "204", description = "It is deleted")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.UNAUTHORIZED_ACCESS, ProblemType.PRECONDITION_FAILED})
    ResponseEntity<Void> delete(@PathVariable String id) {
        var comment = known(id);
        return Api.nothing(send(new DeleteComment(comment.taskId(), comment)));
    }

    private static String content(JsonBody body) {
        var content = body.required("content", Kinds.TEXT);
        body.enforce();
        return content.value();
    }

    /** Whoever may not know of the task is told of no comment either. */
    private Receipt send(CommentCommand command) {
        try {
            return desk.send(command);
        } catch (CommandRejected rejected) {
            throw rejected.rejection() instanceof NotFound ? notFound() : rejected;
        }
    }

    private Optional<TaskComment> found(CommentId comment, Receipt receipt) {
        return gateways.find(new FindComment(comment), TaskComment.class, receipt);
    }

    /** Its id was made up by the request that came first. */
    private Optional<TaskComment> madeBefore(TaskId task, String content, Receipt receipt) {
        var author = Acting.now().orElseThrow().userId();
        return gateways.list(new ListComments(task), TaskComment.class, receipt).stream()
                .filter(one -> one.author().equals(author) && one.content().equals(content))
                .reduce((earlier, later) -> later);
    }

    private static ResponseEntity<CommentAnswer> answer(
            HttpStatus status, Optional<TaskComment> comment, Receipt receipt) {
        return Api.after(status, receipt).body(CommentAnswer.of(comment.orElseThrow(CommentController::notFound)));
    }

    private static CommentId known(String id) {
        return CommentId.parse(id).orElseThrow(CommentController::notFound);
    }

    private static Refused notFound() {
        return new Refused(ProblemType.NOT_FOUND, "Comment not found");
    }
}
