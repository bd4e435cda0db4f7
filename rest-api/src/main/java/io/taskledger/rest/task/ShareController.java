package io.taskledger.rest.task;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.account.NameDigest;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharedTask;
import io.taskledger.messages.task.SharingCommand.ChangePermission;
import io.taskledger.messages.task.SharingCommand.LeaveTask;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.ListSharedWithMe;
import io.taskledger.messages.task.TaskQuery.ListShares;
import io.taskledger.messages.task.TaskRejection.NotShared;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.problem.RejectionProblems;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.TASKS)
@Tag(name = "Sharing")
@RequestMapping(Api.BASE + "/tasks")
class ShareController {

    static final Kind<Permission> PERMISSION = permissions();

    private final Gateways gateways;
    private final TaskDesk desk;
    private final NameDigest names;

    ShareController(Gateways gateways, TaskDesk desk, NameDigest names) {
        this.gateways = gateways;
        this.desk = desk;
        this.names = names;
    }

    @PostMapping("/{id}/share")
    @Operation(operationId = "share_task", summary = "Share a task with somebody")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Sharing.class)))
    @ApiResponse(responseCode = "201", description = "The share", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.INVALID_INPUT,
        ProblemType.TASK_NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.NOT_FOUND,
        ProblemType.BAD_REQUEST,
        ProblemType.NOT_AS_THINGS_STAND,
        ProblemType.PRECONDITION_FAILED
    })
    ResponseEntity<ShareAnswer> share(@PathVariable String id, JsonBody body) {
        var username = body.required("shared_with_username", Kinds.TEXT);
        var permission = body.optional("permission", PERMISSION);
        body.enforce();
        var task = TaskDesk.known(id);
        var receipt = desk.send(new ShareTask(task, username.value(), permission.or(Permission.VIEW)));
        return answer(HttpStatus.CREATED, task, username.value(), receipt);
    }

    @GetMapping("/{id}/shares")
    @Operation(operationId = "list_shares", summary = "List whom a task is shared with")
    @ApiResponse(responseCode = "200", description = "The shares, oldest first", useReturnTypeSchema = true)
    @Refuses({ProblemType.TASK_NOT_FOUND, ProblemType.UNAUTHORIZED_ACCESS})
    ResponseEntity<List<ShareAnswer>> list(@PathVariable String id) {
        var task = desk.find(id, TaskLevel.ALL);
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new ListShares(task.taskId()), TaskShare.class).stream()
                        .map(ShareAnswer::of)
                        .toList());
    }

    @GetMapping("/shared-with-me")
    @Operation(operationId = "list_shared_with_me", summary = "List the tasks that others share with one")
    @ApiResponse(responseCode = "200", description = "The tasks, the longest shared first", useReturnTypeSchema = true)
    ResponseEntity<List<ShareAnswer.WithMe>> sharedWithMe() {
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new ListSharedWithMe(), SharedTask.class).stream()
                        .map(ShareAnswer.WithMe::of)
                        .toList());
    }

    @PutMapping("/{id}/share/{username}")
    @Operation(operationId = "change_permission", summary = "Change what somebody may do with a task")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Regrading.class)))
    @ApiResponse(responseCode = "200", description = "The share after it", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.INVALID_INPUT,
        ProblemType.TASK_NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.NOT_FOUND,
        ProblemType.PRECONDITION_FAILED
    })
    ResponseEntity<ShareAnswer> regrade(@PathVariable String id, @PathVariable String username, JsonBody body) {
        var permission = body.required("permission", PERMISSION);
        body.enforce();
        var task = TaskDesk.known(id);
        var receipt = desk.send(new ChangePermission(task, username, permission.value()));
        return answer(HttpStatus.OK, task, username, receipt);
    }

    @DeleteMapping("/{id}/share/{username}")
    @Operation(operationId = "revoke_share", summary = "Share a task with somebody no more")
    @ApiResponse(responseCode = "204", description = "It is shared with them no more")
    @Refuses({
        ProblemType.TASK_NOT_FOUND,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.NOT_FOUND,
        ProblemType.PRECONDITION_FAILED
    })
    ResponseEntity<Void> revoke(@PathVariable String id, @PathVariable String username) {
        return Api.nothing(desk.send(new RevokeShare(TaskDesk.known(id), username)));
    }

    @PostMapping("/{id}/leave")
    @Operation(operationId = "leave_task", summary = "Give back a task that somebody shared with one")
    @ApiResponse(responseCode = "204", description = "It is not shared with one any more")
    @Refuses({ProblemType.TASK_NOT_FOUND, ProblemType.NOT_FOUND})
    ResponseEntity<Void> leave(@PathVariable String id) {
        return Api.nothing(desk.send(new LeaveTask(TaskDesk.known(id))));
    }

    private ResponseEntity<ShareAnswer> answer(HttpStatus status, TaskId task, String username, Receipt receipt) {
        return gateways.list(new ListShares(task), TaskShare.class, receipt).stream()
                .filter(share -> isCalled(share.username(), username))
                .findFirst()
                .map(share -> Api.after(status, receipt).body(ShareAnswer.of(share)))
                // Somebody else may have revoked it just now.
                .orElseThrow(() -> new Refused(RejectionProblems.wordsFor(new NotShared(task, username))));
    }

    /** In whatever spelling. */
    private boolean isCalled(@Nullable String name, String asked) {
        return name != null && Arrays.equals(names.of(name), names.of(asked));
    }

    private static Kind<Permission> permissions() {
        var named = new LinkedHashMap<String, Permission>();
        for (var one : Permission.values()) {
            named.put(one.text(), one);
        }
        return Kinds.oneOf(named);
    }
}
