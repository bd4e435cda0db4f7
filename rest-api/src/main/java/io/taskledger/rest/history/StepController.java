package io.taskledger.rest.history;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.history.HistoryQuery.ReplayTasks;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.history.StepAnswer.StepPage;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.input.TimeKinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.stream.ServerSentEvents;
import io.taskledger.rest.task.AsOfHeaders;
import io.taskledger.rest.task.TaskDesk;
import io.taskledger.security.Acting;
import io.taskledger.security.session.LivingSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a task, a list or a board, step by step: as pages, or as events for a player. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "History")
@RequestMapping(Api.BASE)
class StepController {

    private static final int LARGEST_PAGE = 500;
    private static final int USUAL_PAGE = 100;
    private static final int FASTEST = 10_000_000;
    private static final String STEPS = "The steps; with `Accept: text/event-stream` one event for each";
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final Gateways gateways;
    private final JsonMapper json;
    private final LivingSessions sessions;

    StepController(Gateways gateways, JsonMapper json, LivingSessions sessions) {
        this.gateways = gateways;
        this.json = json;
        this.sessions = sessions;
    }

    /** What is asked for, beside of what. */
    private record Asked(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long after,
            int limit,
            double speed,
            AsOfHeaders asOf) {}

    @GetMapping("/tasks/{id}/replay")
    @Operation(operationId = "replay_task", summary = "Tell step by step what happened to a task")
    @StepParameters
    @ApiResponse(
            responseCode = "200",
            description = STEPS,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = StepPage.class)),
                @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))
            })
    @Refuses({ProblemType.TASK_NOT_FOUND, ProblemType.INVALID_INPUT})
    @Nullable
    ResponseEntity<StepPage> task(
            @PathVariable String id, QueryParameters query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = asked(query, request);
        var of = new StepsOf.Task(TaskDesk.known(id));
        // Of a task that may not be seen there is not even a first step.
        if (gateways.list(new ReplayTasks(of, null, null, null, 1), TaskStep.class)
                .isEmpty()) {
            throw TaskDesk.notFound(id);
        }
        return told(of, asked, request, response);
    }

    @GetMapping("/history/replay")
    @Operation(
            operationId = "replay_tasks",
            summary = "Tell step by step what happened to the tasks of a list, a workspace, or of one's own",
            description = "A task that came in or went away did so in a step. Tasks whose past one may see, no others.")
    @Parameter(in = ParameterIn.QUERY, name = "workspace_id", schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "list_id",
            description = "Not together with `workspace_id`",
            schema = @Schema(type = "string"))
    @StepParameters
    @ApiResponse(
            responseCode = "200",
            description = STEPS,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = StepPage.class)),
                @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))
            })
    @Refuses(ProblemType.INVALID_INPUT)
    @Nullable
    ResponseEntity<StepPage> tasks(QueryParameters query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var workspace = query.optional("workspace_id", Kinds.TEXT);
        var list = query.optional("list_id", Kinds.TEXT);
        var asked = asked(query, request);
        if (workspace.sent() && list.sent()) {
            throw new InvalidInput(
                    new InputProblem(List.of("query", "list_id"), "Not together with workspace_id", "value_error"));
        }
        var of = of(workspace.orNull(), list.orNull());
        return of.isPresent() ? told(of.get(), asked, request, response) : page(List.of(), asked);
    }

    /** Empty where nothing could be called so. */
    private static Optional<StepsOf> of(@Nullable String workspace, @Nullable String list) {
        if (workspace != null) {
            return WorkspaceId.parse(workspace).map(StepsOf.Workspace::new);
        }
        return list == null
                ? Optional.of(new StepsOf.OwnTasks())
                : ListId.parse(list).map(StepsOf.OneList::new);
    }

    private Asked asked(QueryParameters query, HttpServletRequest request) {
        var from = query.optional("from", TimeKinds.BEGINNING);
        var to = query.optional("to", TimeKinds.BEGINNING);
        var after = query.optional("after", TimeKinds.POSITION);
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        var speed = query.optional("speed", Kinds.between(1, FASTEST));
        query.enforce();
        var asOf = to.sent()
                ? AskedPoint.asOf("to", new PastMoment.Happened(to.value()), gateways)
                : AsOfHeaders.now(gateways);
        var last = request.getHeader(ServerSentEvents.LAST_ID);
        var behind = last != null && POSITION.matcher(last).matches() ? Long.valueOf(last) : after.orNull();
        return new Asked(from.orNull(), to.orNull(), behind, limit.or(USUAL_PAGE), speed.or(0), asOf);
    }

    private @Nullable ResponseEntity<StepPage> told(
            StepsOf of, Asked asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var first = steps(of, asked, asked.after());
        if (!ServerSentEvents.wantedBy(request)) {
            return page(first, asked);
        }
        new StepStream(ServerSentEvents.begin(response), json, asked.speed())
                .tell(
                        first,
                        asked.after(),
                        position -> Acting.signedIn()
                                .flatMap(reader -> sessions.alive(reader.sessionId()))
                                .map(_ -> steps(of, asked, position)));
        return null;
    }

    private List<TaskStep> steps(StepsOf of, Asked asked, @Nullable Long after) {
        return gateways.list(new ReplayTasks(of, asked.from(), asked.to(), after, asked.limit()), TaskStep.class);
    }

    private static ResponseEntity<StepPage> page(List<TaskStep> steps, Asked asked) {
        var next = steps.size() < asked.limit() ? null : steps.getLast().deed().position();
        return asked.asOf()
                .on(Api.answer(HttpStatus.OK))
                .body(new StepPage(steps.stream().map(StepAnswer::of).toList(), next));
    }
}
