package io.taskledger.messages.history;

import io.taskledger.messages.Rejection;

/** Why a question about the past has no answer. */
public sealed interface HistoryRejection extends Rejection {

    /** Nobody can tell yet. */
    record StillToCome(PastMoment moment) implements HistoryRejection {}

    /**
     * Nothing had happened by then.
     *
     * @param start the first moment of which something is known
     */
    record BeforeTheStart(PastMoment moment, PastMoment start) implements HistoryRejection {}
}
