package io.taskledger.messages.history;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Rejection;

/** Why a question about the past has no answer. */
public sealed interface HistoryRejection extends Rejection {

    /** The actor did it, but to an account, a workspace, a list or a member: only what was done to tasks is taken back. */
    record NotOfTasks(ActionId action) implements HistoryRejection {}

    /** Nobody can tell yet. */
    record StillToCome(PastMoment moment) implements HistoryRejection {}

    /**
     * Nothing had happened by then.
     *
     * @param start the first moment of which something is known
     */
    record BeforeTheStart(PastMoment moment, PastMoment start) implements HistoryRejection {}
}
