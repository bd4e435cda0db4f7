package io.taskledger.rest.history;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.history.HistoryQuery.BlameTask;
import io.taskledger.messages.history.HistoryQuery.CompareLists;
import io.taskledger.messages.history.HistoryQuery.CompareTask;
import io.taskledger.messages.history.ListDiff;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskBlame;
import io.taskledger.messages.history.TaskDiff;
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.history.DifferenceAnswer.BlameAnswer;
import io.taskledger.rest.history.DifferenceAnswer.ListAnswer;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.input.TimeKinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.AsOfHeaders;
import io.taskledger.rest.task.ListingParameters;
import io.taskledger.rest.task.ReadersZone;
import io.taskledger.rest.task.TaskDesk;
import io.taskledger.rest.task.TaskListing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two moments, and who set what. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "History")
@RequestMapping(Api.BASE)
class DifferenceController {

    private static final TaskPoint FIRST = new TaskPoint.Version(0);
    private static final TaskPoint LATEST = new TaskPoint.Latest();

    private final Gateways gateways;
    private final Clock clock;
    private final ReadersZone zone;

    DifferenceController(Gateways gateways, Clock clock, ReadersZone zone) {
        this.gateways = gateways;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/tasks/{id}/diff")
    @Operation(operationId = "compare_task", summary = "Compare two versions of a task")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description =
                    "A version's number, or an instant (a day stands for its first moment); the first if not given",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "A version's number, or an instant; the latest if not given",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "What differs", useReturnTypeSchema = true)
    @Refuses({ProblemType.TASK_NOT_FOUND, ProblemType.INVALID_INPUT})
    ResponseEntity<DifferenceAnswer> task(@PathVariable String id, QueryParameters query) {
        var from = query.optional("from", AskedPoint.POINT);
        var to = query.optional("to", AskedPoint.POINT);
        query.enforce();
        require("from", from.orNull());
        require("to", to.orNull());
        var diff = gateways.find(new CompareTask(TaskDesk.known(id), from.or(FIRST), to.or(LATEST)), TaskDiff.class)
                .orElseThrow(() -> new Refused(
                        ProblemType.TASK_NOT_FOUND, "Task " + id + " has no such version, or was not there then"));
        return new AsOfHeaders(diff.asOf()).on(Api.answer(HttpStatus.OK)).body(DifferenceAnswer.of(diff));
    }

    @GetMapping("/tasks/{id}/blame")
    @Operation(operationId = "blame_task", summary = "Show who set each field of a task, and what it was before")
    @ApiResponse(responseCode = "200", description = "Each field", useReturnTypeSchema = true)
    @Refuses(ProblemType.TASK_NOT_FOUND)
    ResponseEntity<BlameAnswer> blame(@PathVariable String id) {
        var blame = gateways.find(new BlameTask(TaskDesk.known(id)), TaskBlame.class)
                .orElseThrow(() -> TaskDesk.notFound(id));
        return new AsOfHeaders(blame.asOf()).on(Api.answer(HttpStatus.OK)).body(BlameAnswer.of(blame));
    }

    @GetMapping("/history/diff")
    @Operation(
            operationId = "compare_lists",
            summary = "Compare a list at two instants: which tasks are new, gone or changed")
    @ListingParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            required = true,
            description = "An instant; a day stands for its first moment",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "An instant; now if not given",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "One page; not sorted otherwise", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<ListAnswer> lists(QueryParameters query) {
        var from = query.optional("from", TimeKinds.BEGINNING);
        var to = query.optional("to", TimeKinds.BEGINNING);
        query.enforce();
        if (!from.sent()) {
            throw new InvalidInput(new InputProblem(List.of("query", "from"), "Field required", "missing"));
        }
        var earlier = from.value();
        var later = to.or(clock.instant());
        var before = listing(query, earlier);
        var after = listing(query, later);
        AskedPoint.asOf("from", new PastMoment.Happened(earlier), gateways);
        var asOf =
                to.sent() ? AskedPoint.asOf("to", new PastMoment.Happened(later), gateways) : AsOfHeaders.now(gateways);
        var until = to.sent() ? later : asOf.asOf().at();
        var diff = gateways.find(
                new CompareLists(
                        before.filter(),
                        after.filter(),
                        new PastMoment.Happened(earlier),
                        new PastMoment.Happened(until),
                        after.skip(),
                        after.limit()),
                ListDiff.class);
        return asOf.on(Api.answer(HttpStatus.OK)).body(ListAnswer.of(diff.orElseThrow()));
    }

    /** What was overdue then was so by the day that it was. */
    private ListTasks listing(QueryParameters query, Instant then) {
        return TaskListing.read(query, Clock.fixed(then, clock.getZone()), zone::find);
    }

    private void require(String parameter, @Nullable TaskPoint point) {
        if (point instanceof TaskPoint.At(var moment)) {
            AskedPoint.asOf(parameter, moment, gateways);
        }
    }
}
