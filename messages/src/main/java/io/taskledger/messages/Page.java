package io.taskledger.messages;

import java.util.List;

/**
 * One page of a list by offset.
 *
 * @param items at most {@code limit}, in the order asked for
 * @param total how many there are on all pages
 * @param skip how many come before this page, 0 or more
 * @param limit the size of a page, 1 or more
 */
public record Page<T>(List<T> items, long total, int skip, int limit) {

    public Page {
        items = List.copyOf(items);
    }

    /** Counted from 1, also past the end. */
    public int number() {
        return skip / limit + 1;
    }

    /** How many pages there are; 0 when nothing is there. */
    public long pages() {
        return (total + limit - 1) / limit;
    }
}
