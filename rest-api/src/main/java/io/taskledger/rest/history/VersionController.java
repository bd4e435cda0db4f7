package io.taskledger.rest.history;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.history.VersionAnswer.VersionPage;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.AsOfHeaders;
import io.taskledger.rest.task.TaskDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a task, for whoever may see it now. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Tasks")
@RequestMapping(Api.BASE + "/tasks/{id}")
class VersionController {

    /** What is no number names no version. */
    static final long NO_VERSION = -1;

    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 50;

    private final Gateways gateways;

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "skip",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
    private @interface PageParameters {}

    VersionController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping("/versions")
    @Operation(operationId = "list_versions", summary = "List the versions of a task, the latest first")
    @ApiResponse(responseCode = "200", description = "One page", useReturnTypeSchema = true)
    @Refuses({ProblemType.TASK_NOT_FOUND, ProblemType.INVALID_INPUT})
    @PageParameters
    ResponseEntity<VersionPage> list(@PathVariable String id, QueryParameters query) {
        return page(id, query);
    }

    @GetMapping("/history")
    @Operation(operationId = "task_history", summary = "Tell a task's history: its versions, under the contract's name")
    @ApiResponse(responseCode = "200", description = "One page, the latest first", useReturnTypeSchema = true)
    @Refuses({ProblemType.TASK_NOT_FOUND, ProblemType.INVALID_INPUT})
    @PageParameters
    ResponseEntity<VersionPage> history(@PathVariable String id, QueryParameters query) {
        return page(id, query);
    }

    @GetMapping("/versions/{version}")
    @Operation(operationId = "show_version", summary = "Show one version of a task")
    @ApiResponse(responseCode = "200", description = "What was done, and the task after it", useReturnTypeSchema = true)
    @Refuses(ProblemType.TASK_NOT_FOUND)
    ResponseEntity<VersionAnswer> show(@PathVariable String id, @PathVariable String version) {
        var found = gateways.find(new FindVersion(TaskDesk.known(id), number(version)), TaskVersion.class)
                .orElseThrow(() -> notFound(id, version));
        return new AsOfHeaders(new AsOf(found.happenedAt(), found.position()))
                .on(Api.answer(HttpStatus.OK))
                .body(VersionAnswer.of(found));
    }

    static long number(String version) {
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : NO_VERSION;
    }

    static Refused notFound(String id, String version) {
        return new Refused(Problem.versionNotFound(id, version));
    }

    private ResponseEntity<VersionPage> page(String id, QueryParameters query) {
        var skip = query.optional("skip", Kinds.between(0, Integer.MAX_VALUE));
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        query.enforce();
        var asOf = AsOfHeaders.now(gateways);
        var page = gateways.page(
                new ListVersions(TaskDesk.known(id), skip.or(0), limit.or(USUAL_PAGE)), TaskVersion.class);
        if (page.total() == 0) {
            throw TaskDesk.notFound(id);
        }
        return asOf.on(Api.answer(HttpStatus.OK)).body(VersionPage.of(page));
    }
}
