package io.taskledger.messages;

import java.util.List;
import java.util.Optional;

/**
 * A run of a list for endless scrolling.
 *
 * @param next what to ask for the following run with, opaque; empty at the end
 */
public record Slice<T>(List<T> items, Optional<String> next) {

    public Slice {
        items = List.copyOf(items);
    }
}
