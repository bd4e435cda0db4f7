package io.taskledger.rest.history;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.rest.WireInstant;
import io.taskledger.rest.history.UndoAnswer.ChangeAnswer;
import io.taskledger.rest.history.UndoAnswer.DeedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One step of a replay: what one event made of a task.
 *
 * @param title as it was from then on
 * @param changes none of an event that is about something else, such as a comment
 */
@Schema(name = "Step")
@JsonPropertyOrder({"task_id", "title", "deed", "recorded_at", "changes"})
record StepAnswer(
        @JsonProperty("task_id") String taskId,
        String title,
        DeedAnswer deed,
        @JsonProperty("recorded_at") @WireInstant Instant recordedAt,
        List<ChangeAnswer> changes) {

    static StepAnswer of(TaskStep step) {
        return new StepAnswer(
                step.taskId().text(),
                step.title(),
                DeedAnswer.of(step.deed()),
                step.recordedAt(),
                step.changes().stream().map(ChangeAnswer::of).toList());
    }

    /**
     * Some steps, in the order in which things happened.
     *
     * @param next to be given as {@code after} for those that follow; null where there are none
     */
    @Schema(name = "Steps")
    @JsonPropertyOrder({"steps", "next"})
    record StepPage(List<StepAnswer> steps, @Nullable Long next) {}
}
