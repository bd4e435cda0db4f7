package io.taskledger.messages.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.activity.Activity;

/**
 * What a person did last to tasks, as they would take it back: one by one from the newest. The ledger itself keeps this, so
 * it is the same on every screen, node and day.
 *
 * @param actions the newest first; what took others back is no action of its own
 * @param undo what the next undo takes back
 * @param redo what the next redo does again; empty where something else was done since
 */
public record OwnActions(List<OwnAction> actions, Optional<ActionId> undo, Optional<ActionId> redo) {

    public OwnActions {
        actions = List.copyOf(actions);
    }

    /**
     * One of them.
     *
     * @param at when it began
     * @param position of its first event
     * @param tasks to how many
     * @param first what was done to the first of them
     * @param undone whether it is taken back
     */
    public record OwnAction(ActionId actionId, Instant at, long position, long tasks, Activity first, boolean undone) {}
}
