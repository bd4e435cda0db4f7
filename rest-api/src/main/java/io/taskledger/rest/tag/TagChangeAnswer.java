package io.taskledger.rest.tag;

import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.TagEverywhere.Outcome;
import io.taskledger.rest.problem.RejectionProblems;
import io.taskledger.rest.task.ActionAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What became of a tag.
 *
 * @param actionId names what was done to the tasks, so that it can be undone as one; null where nothing was
 * @param changed how many tasks
 * @param refused the tasks that one may not change, and why
 * @param tag as it is now, under its new name; null where no task has it any more
 */
@Schema(name = "TagChange")
@JsonPropertyOrder({"action_id", "changed", "refused", "tag"})
record TagChangeAnswer(
        @JsonProperty("action_id") @Nullable String actionId,
        long changed,
        List<ActionAnswer.Result> refused,
        @Nullable OwnTag tag) {

    /** @param outcome null where nothing was asked of the tasks */
    static TagChangeAnswer of(@Nullable Outcome outcome, @Nullable OwnTag tag) {
        return outcome == null
                ? new TagChangeAnswer(null, 0, List.of(), tag)
                : new TagChangeAnswer(
                        outcome.changed() == 0 ? null : outcome.action().text(),
                        outcome.changed(),
                        refused(outcome),
                        tag);
    }

    private static List<ActionAnswer.Result> refused(Outcome outcome) {
        return outcome.refused().entrySet().stream()
                .map(one -> {
                    var problem = RejectionProblems.wordsFor(one.getValue());
                    return new ActionAnswer.Result(one.getKey().text(), problem.status(), problem);
                })
                .sorted(Comparator.comparing(ActionAnswer.Result::taskId))
                .toList();
    }
}
