package io.taskledger.query.projection;

import java.util.List;
import java.util.Optional;

/**
 * The rows that a projection's handlers change, wherever those are: in the database for the live tail, in memory for the
 * fold of a rebuild. What {@link #find} gives may be changed in place.
 */
public interface Rows<E> {

    Optional<E> find(String key);

    /** A row that is not there yet. */
    void add(E row);

    /** Removing what is gone already is no error. */
    void remove(String key);

    /** All that a stream has made in this table, in no order. */
    List<E> allOf(String stream);

    /** Removes all that a stream has made in this table. */
    void removeAllOf(String stream);
}
