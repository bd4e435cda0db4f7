package io.taskledger.rest.task;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ReadTimeline;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Activity")
@RequestMapping(Api.BASE + "/activity/tasks")
class TimelineController {

    private final Gateways gateways;

    TimelineController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "task_timeline", summary = "Tell all that happened to a task, oldest first")
    @ApiResponse(responseCode = "200", description = "Its activities", useReturnTypeSchema = true)
    @Refuses(ProblemType.TASK_NOT_FOUND)
    ResponseEntity<List<TimelineAnswer>> timeline(@PathVariable String id) {
        var entries = TaskId.parse(id)
                .map(task -> gateways.list(new ReadTimeline(task), TimelineEntry.class))
                .orElse(List.of());
        // The contract knows no timeline of what is deleted.
        if (entries.isEmpty() || entries.getLast().event() instanceof TaskDeleted) {
            throw new Refused(Problem.taskNotFound(id));
        }
        return Api.answer(HttpStatus.OK).body(Timeline.tell(entries));
    }
}
