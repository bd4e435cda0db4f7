package io.taskledger.rest.history;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.history.ListDiff;
import io.taskledger.messages.history.TaskBlame;
import io.taskledger.messages.history.TaskDiff;
import io.taskledger.rest.history.UndoAnswer.ChangeAnswer;
import io.taskledger.rest.history.UndoAnswer.DeedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What is otherwise in one version of a task than in another.
 *
 * @param from what made the one
 * @param to what made the other
 */
@Schema(name = "TaskDiff")
@JsonPropertyOrder({"task_id", "from", "to", "changes"})
record DifferenceAnswer(
        @JsonProperty("task_id") String taskId, DeedAnswer from, DeedAnswer to, List<ChangeAnswer> changes) {

    static DifferenceAnswer of(TaskDiff diff) {
        return new DifferenceAnswer(
                diff.taskId().text(),
                DeedAnswer.of(diff.from()),
                DeedAnswer.of(diff.to()),
                diff.changes().stream().map(ChangeAnswer::of).toList());
    }

    /** Who set each field of a task to what it is. */
    @Schema(name = "TaskBlame")
    @JsonPropertyOrder({"task_id", "fields"})
    record BlameAnswer(@JsonProperty("task_id") String taskId, List<FieldAnswer> fields) {

        static BlameAnswer of(TaskBlame blame) {
            return new BlameAnswer(
                    blame.taskId().text(),
                    blame.fields().stream().map(FieldAnswer::of).toList());
        }
    }

    /**
     * One field.
     *
     * @param by what set it so
     * @param before what it was until then
     * @param beforeBy what had set that; null where the task began with the field's value
     */
    @Schema(name = "FieldBlame")
    @JsonPropertyOrder({"field", "value", "by", "before", "before_by"})
    record FieldAnswer(
            String field,

            @Nullable @Schema(types = {"string", "boolean", "array", "null"})
            Object value,

            DeedAnswer by,

            @Nullable @Schema(types = {"string", "boolean", "array", "null"})
            Object before,

            @Nullable @JsonProperty("before_by") DeedAnswer beforeBy) {

        static FieldAnswer of(TaskBlame.FieldBlame blame) {
            return new FieldAnswer(
                    blame.field(),
                    blame.value(),
                    DeedAnswer.of(blame.by()),
                    blame.before(),
                    blame.beforeBy() == null ? null : DeedAnswer.of(blame.beforeBy()));
        }
    }

    /**
     * How a list differs between two moments.
     *
     * @param added how many tasks were not in it and are
     * @param gone how many were in it and are not
     * @param changed how many are in it at both, otherwise
     * @param total of all three
     */
    @Schema(name = "ListDiff")
    @JsonPropertyOrder({"new", "gone", "changed", "tasks", "total", "page", "pages"})
    record ListAnswer(
            @JsonProperty("new") long added,
            long gone,
            long changed,
            List<ListEntry> tasks,
            long total,
            int page,
            long pages) {

        static ListAnswer of(ListDiff diff) {
            return new ListAnswer(
                    diff.totals().added(),
                    diff.totals().gone(),
                    diff.totals().changed(),
                    diff.page().items().stream().map(ListEntry::of).toList(),
                    diff.page().total(),
                    diff.page().number(),
                    diff.page().pages());
        }
    }

    /**
     * What became of one task in the list.
     *
     * @param changes of a task that is new or gone its values
     */
    @Schema(name = "ListDiffEntry")
    @JsonPropertyOrder({"task_id", "kind", "title", "changes"})
    record ListEntry(
            @JsonProperty("task_id") String taskId, ListDiff.Kind kind, String title, List<ChangeAnswer> changes) {

        static ListEntry of(ListDiff.Entry entry) {
            return new ListEntry(
                    entry.taskId().text(),
                    entry.kind(),
                    entry.title(),
                    entry.changes().stream().map(ChangeAnswer::of).toList());
        }
    }
}
