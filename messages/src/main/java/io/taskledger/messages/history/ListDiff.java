package io.taskledger.messages.history;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import io.taskledger.messages.Page;
import io.taskledger.messages.task.TaskId;

/**
 * How a list differs between two moments.
 *
 * @param page one page of the tasks that make the difference: the new ones first, then those gone, then those changed
 */
public record ListDiff(AsOf from, AsOf to, Totals totals, Page<Entry> page) {

    /** How many tasks of each kind there are on all pages. */
    public record Totals(long added, long gone, long changed) {}

    /** What became of a task in the list. */
    public enum Kind {
        /** It was not in the list, and is. */
        NEW,
        /** It was in the list, and is not. */
        GONE,
        /** It is in the list at both moments, otherwise. */
        CHANGED;

        /** Lower case. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One task.
     *
     * @param title at the later moment, of one that is gone at the earlier
     * @param changes from the earlier to the later moment; of one that is new or gone its values, from or to null
     */
    public record Entry(TaskId taskId, Kind kind, String title, List<FieldChange> changes) {
        public Entry {
            changes = List.copyOf(changes);
        }
    }
}
