package io.taskledger.messages.projection;

import io.taskledger.messages.UserId;

/** A part of a projection's rows. */
public sealed interface RowsOf {

    /** What an id names: an account's its owner's rows, any other the rows of the stream that is called so. */
    static RowsOf named(String id) {
        return UserId.parse(id).<RowsOf>map(Owner::new).orElseGet(() -> new Stream(id));
    }

    /**
     * The rows of one stream, such as one task's.
     *
     * @param id of the stream, {@code task-…}
     */
    record Stream(String id) implements RowsOf {}

    /** The rows that one person owns. */
    record Owner(UserId userId) implements RowsOf {}
}
