package io.taskledger.rest.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskCommand.NameVersion;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskRules;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What versions of a task are called, so that they are found again. Whoever may edit the task says it. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Tasks")
@RequestMapping(Api.BASE + "/tasks/{id}/versions/{version}/name")
@Refuses({ProblemType.TASK_NOT_FOUND, ProblemType.UNAUTHORIZED_ACCESS, ProblemType.PRECONDITION_FAILED})
class VersionNameController {

    private final Gateways gateways;
    private final TaskDesk desk;

    VersionNameController(Gateways gateways, TaskDesk desk) {
        this.gateways = gateways;
        this.desk = desk;
    }

    /** The shape of what clients send, for the OpenAPI document only. */
    @Schema(name = "VersionName")
    record Naming(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = TaskRules.VERSION_NAME_LIMIT,
                    description = "One line")
            String name) {}

    @PutMapping
    @Operation(operationId = "name_version", summary = "Name a version of a task, or give it another name")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Naming.class)))
    @ApiResponse(responseCode = "200", description = "The version with its name", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.NOT_AS_THINGS_STAND})
    ResponseEntity<VersionAnswer> name(@PathVariable String id, @PathVariable String version, JsonBody body) {
        var name = body.required("name", Kinds.TEXT);
        body.enforce();
        var receipt = send(id, version, name.value());
        return gateways.find(
                        new FindVersion(TaskDesk.known(id), VersionController.number(version)),
                        TaskVersion.class,
                        receipt)
                .map(named -> Api.after(HttpStatus.OK, receipt).body(VersionAnswer.of(named)))
                .orElseThrow(() -> VersionController.notFound(id, version));
    }

    @DeleteMapping
    @Operation(operationId = "unname_version", summary = "Take the name of a version away")
    @ApiResponse(responseCode = "204", description = "It has no name")
    ResponseEntity<Void> unname(@PathVariable String id, @PathVariable String version) {
        return Api.nothing(send(id, version, null));
    }

    private Receipt send(String id, String version, @Nullable String name) {
        var task = TaskDesk.known(id);
        var command = new NameVersion(task, VersionController.number(version), name);
        if (command.version() == VersionController.NO_VERSION) {
            desk.find(id, TaskLevel.EDIT); // that one may not comes first
            throw VersionController.notFound(id, version);
        }
        return desk.send(command);
    }
}
