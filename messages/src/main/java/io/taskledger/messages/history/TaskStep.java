package io.taskledger.messages.history;

import java.time.Instant;
import java.util.List;

import io.taskledger.messages.task.TaskId;

/**
 * One step of a replay: what one event made of a task.
 *
 * @param title as it was from then on
 * @param deed what was done, by whom and when
 * @param recordedAt by the ledger's clock
 * @param changes of what the task says, where it stands and who does it; none of an event that is about something else, such
 *     as a comment. Of the event that made it: its values, from null
 */
public record TaskStep(TaskId taskId, String title, Deed deed, Instant recordedAt, List<FieldChange> changes) {

    public TaskStep {
        changes = List.copyOf(changes);
    }
}
