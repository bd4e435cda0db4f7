package io.taskledger.exchange.trello;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A card of a board.
 *
 * @param name empty where the file has none
 * @param description Markdown; empty where the file has none
 * @param due null where the file has none, or none that can be read; of the years 1 to 9999 in every zone
 * @param closed archived
 * @param dueComplete whether the due date is ticked off
 * @param listId null where the file has none; may name a list that the file lacks
 * @param labels each label's name, or its colour where the name is blank
 * @param position its place in its list, rising; null in exports of 2012
 */
public record TrelloCard(
        String id,
        String name,
        String description,
        @Nullable Instant due,
        boolean closed,
        boolean dueComplete,
        @Nullable String listId,
        List<String> labels,
        @Nullable Double position) {

    public TrelloCard {
        labels = List.copyOf(labels);
    }
}
