package io.taskledger.rest.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.task.DayStatistics;
import io.taskledger.messages.task.StatisticsQuery.CountByDay;
import io.taskledger.messages.task.StatisticsQuery.SumUpOwnTasks;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.Given;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.input.TimeKinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.statistics.StatisticsAnswer.DayAnswer;
import io.taskledger.rest.task.AskedMoment;
import io.taskledger.rest.task.AskedMoment.MomentParameters;
import io.taskledger.rest.task.ReadersZone;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Days are those of the time zone that the reader names, otherwise of their profile: overdue is what their lists say. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Tasks")
@RequestMapping(Api.BASE + "/tasks/stats")
class StatisticsController {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final Gateways gateways;
    private final Clock clock;
    private final ReadersZone profile;

    StatisticsController(Gateways gateways, Clock clock, ReadersZone profile) {
        this.gateways = gateways;
        this.clock = clock;
        this.profile = profile;
    }

    @GetMapping
    @Operation(operationId = "task_statistics", summary = "Count one's own tasks")
    @MomentParameters
    @ApiResponse(responseCode = "200", description = "The figures", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "time_zone",
            description = "IANA name of the zone whose day it is; otherwise that of the profile",
            schema = @Schema(type = "string"))
    ResponseEntity<StatisticsAnswer> sums(QueryParameters query) {
        var asked = query.optional("time_zone", TimeKinds.ZONE);
        var then = AskedMoment.read(query);
        query.enforce();
        Object wanted = then.moment()
                .<Object>map(moment -> new SumUpTasksAt(
                        moment, LocalDateTime.ofInstant(then.instant(gateways).orElseGet(clock::instant), zone(asked))))
                .orElseGet(() -> now(asked));
        var asOf = then.asOf(gateways);
        var figures = gateways.find(wanted, TaskStatistics.class);
        return asOf.apply(Api.answer(HttpStatus.OK)).body(StatisticsAnswer.of(figures.orElseThrow()));
    }

    @GetMapping("/daily")
    @Operation(operationId = "daily_task_statistics", summary = "Count by day which of one's tasks came and were done")
    @ApiResponse(responseCode = "200", description = "Each day, today the last", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "days",
            schema = @Schema(type = "integer", minimum = "1", maximum = "366", defaultValue = "30"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "time_zone",
            description = "IANA name of the zone whose days they are; otherwise that of the profile",
            schema = @Schema(type = "string"))
    ResponseEntity<List<DayAnswer>> days(QueryParameters query) {
        var days = query.optional("days", Kinds.between(1, MOST_DAYS));
        var asked = query.optional("time_zone", TimeKinds.ZONE);
        query.enforce();
        var zone = zone(asked);
        var today = LocalDate.now(clock.withZone(zone));
        var counted = gateways.list(
                new CountByDay(zone, today.minusDays(days.or(USUAL_DAYS) - 1L), today), DayStatistics.class);
        return Api.answer(HttpStatus.OK)
                .body(counted.stream().map(DayAnswer::of).toList());
    }

    /** The profile is asked where the figures are, in the same transaction. */
    private Object now(Given<ZoneId> asked) {
        var now = clock.instant();
        return asked.sent()
                ? new SumUpTasks(LocalDateTime.ofInstant(now, asked.value()))
                : new SumUpOwnTasks(now, clock.getZone());
    }

    private ZoneId zone(Given<ZoneId> asked) {
        return asked.sent() ? asked.value() : profile.find();
    }
}
