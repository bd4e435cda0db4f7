package io.taskledger.rest.history;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.Undoing;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.rest.WireInstant;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.RejectionProblems;
import org.jspecify.annotations.Nullable;

/**
 * What undoing an action would do.
 *
 * @param actionId the action that is meant, also where what took it back was named
 * @param total how many tasks it was about, of those that one may know of
 * @param willChange how many of the tasks told here will change
 * @param leftOut of how many of them something is left out
 */
@Schema(name = "UndoPlan")
@JsonPropertyOrder({"action_id", "total", "will_change", "left_out", "tasks"})
record UndoAnswer(
        @JsonProperty("action_id") String actionId,
        long total,
        @JsonProperty("will_change") long willChange,
        @JsonProperty("left_out") long leftOut,
        List<PlannedTask> tasks) {

    static UndoAnswer of(UndoPlan plan) {
        return new UndoAnswer(
                plan.action().text(),
                plan.total(),
                plan.commands().size(),
                plan.tasks().stream().filter(task -> !task.leftOut().isEmpty()).count(),
                plan.tasks().stream().map(PlannedTask::of).toList());
    }

    /**
     * What becomes of one task.
     *
     * @param title null where it is not shown to one any more
     */
    @JsonPropertyOrder({"task_id", "title", "changes", "left_out"})
    record PlannedTask(
            @JsonProperty("task_id") String taskId,
            @Nullable String title,
            List<ChangeAnswer> changes,
            @JsonProperty("left_out") List<LeftOutAnswer> leftOut) {

        static PlannedTask of(TaskPlan plan) {
            return new PlannedTask(
                    plan.taskId().text(),
                    plan.title(),
                    plan.changes().stream().map(ChangeAnswer::of).toList(),
                    plan.leftOut().stream().map(LeftOutAnswer::of).toList());
        }
    }

    /**
     * A field with two values.
     *
     * @param part which one of many: a person, or the id of a comment, file or reminder
     */
    @Schema(name = "FieldChange")
    @JsonPropertyOrder({"field", "part", "from", "to"})
    record ChangeAnswer(
            String field,
            @Nullable String part,

            @Nullable @Schema(types = {"string", "boolean", "array", "object", "null"})
            Object from,

            @Nullable @Schema(types = {"string", "boolean", "array", "object", "null"})
            Object to) {

        static ChangeAnswer of(FieldChange change) {
            return new ChangeAnswer(change.field(), change.part(), change.from(), change.to());
        }
    }

    /**
     * Something that stays as it is.
     *
     * @param field null for the task as a whole
     * @param later what happened to it since; null where that is not the reason
     */
    @Schema(name = "LeftOut")
    @JsonPropertyOrder({"field", "reason", "later"})
    record LeftOutAnswer(
            @Nullable String field, WhyNot reason, @Nullable DeedAnswer later) {

        static LeftOutAnswer of(TaskPlan.LeftOut left) {
            return new LeftOutAnswer(
                    left.field(), left.why(), left.later() == null ? null : DeedAnswer.of(left.later()));
        }
    }

    /**
     * One event of a task.
     *
     * @param userId null where the system acted
     */
    @Schema(name = "Deed")
    @JsonPropertyOrder({"event", "version", "position", "at", "user_id", "username", "via", "action_id"})
    record DeedAnswer(
            String event,
            long version,
            long position,
            @WireInstant Instant at,
            @Nullable @JsonProperty("user_id") String userId,
            @Nullable String username,
            @Nullable String via,
            @Nullable @JsonProperty("action_id") String actionId) {

        static DeedAnswer of(Deed deed) {
            return new DeedAnswer(
                    deed.event(),
                    deed.version(),
                    deed.position(),
                    deed.at(),
                    deed.actor() == null ? null : deed.actor().text(),
                    deed.actorName(),
                    deed.via() == null ? null : deed.via().stored(),
                    deed.actionId());
        }
    }

    /**
     * What became of it.
     *
     * @param actionId of what was done now, which can be undone itself by naming either
     * @param compensates the action that was undone or done again
     * @param done to how many tasks something was done
     * @param leftOut of how many tasks something stays
     */
    @Schema(name = "UndoResult")
    @JsonPropertyOrder({"action_id", "compensates", "done", "left_out", "results"})
    record Result(
            @JsonProperty("action_id") String actionId,
            String compensates,
            long done,
            @JsonProperty("left_out") long leftOut,
            List<OneResult> results) {

        static Result of(Undoing.Outcome outcome) {
            return new Result(
                    outcome.by().text(),
                    outcome.action().text(),
                    outcome.done(),
                    outcome.tasks().stream()
                            .filter(task -> task.rejection() != null
                                    || !task.plan().leftOut().isEmpty())
                            .count(),
                    outcome.tasks().stream().map(OneResult::of).toList());
        }
    }

    /**
     * What became of one task.
     *
     * @param status 200 where all is as it was, 409 where something is left out, or the problem's
     * @param problem null where it was not refused
     */
    @Schema(name = "UndoneTask")
    @JsonPropertyOrder({"task_id", "title", "status", "changes", "left_out", "problem"})
    record OneResult(
            @JsonProperty("task_id") String taskId,
            @Nullable String title,
            int status,
            List<ChangeAnswer> changes,
            @JsonProperty("left_out") List<LeftOutAnswer> leftOut,
            @Nullable Problem problem) {

        static OneResult of(Undoing.OneTask task) {
            var plan = PlannedTask.of(task.plan());
            var problem = task.rejection() == null ? null : RejectionProblems.wordsFor(task.rejection());
            var status = problem == null ? plan.leftOut().isEmpty() ? 200 : 409 : problem.status();
            return new OneResult(
                    plan.taskId(),
                    plan.title(),
                    status,
                    task.done() ? plan.changes() : List.of(),
                    plan.leftOut(),
                    problem);
        }
    }
}
