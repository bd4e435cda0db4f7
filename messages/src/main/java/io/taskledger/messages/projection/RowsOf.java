package io.taskledger.messages.projection;

import io.taskledger.messages.UserId;

/** A part of a projection's rows. */
public sealed interface RowsOf {

    /**
     * The rows of one stream, such as one task's.
     *
     * @param id of the stream, {@code task-…}
     */
    record Stream(String id) implements RowsOf {}

    /** The rows that one person owns. */
    record Owner(UserId userId) implements RowsOf {}
}
