package io.taskledger.rest.task;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.rest.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of many tasks.
 *
 * @param actionId names all that was done, so that it can be undone as one
 */
@Schema(name = "ActionResult")
@JsonPropertyOrder({"action_id", "results"})
public record ActionAnswer(@JsonProperty("action_id") String actionId, List<Result> results) {

    /**
     * What became of one.
     *
     * @param status as if it had been asked for alone: 200, or the problem's
     * @param problem null where it was done
     */
    @Schema(name = "TaskResult")
    @JsonPropertyOrder({"task_id", "status", "problem"})
    public record Result(
            @JsonProperty("task_id") String taskId,
            int status,
            @Nullable Problem problem) {}
}
