package io.taskledger.exchange.trello;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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
 * @param labels in the file's order
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
        List<TrelloLabel> labels,
        @Nullable Double position) {

    public TrelloCard {
        labels = List.copyOf(labels);
    }

    TrelloCard labelled(TrelloLabel label, boolean on) {
        var others = labels.stream().filter(one -> !one.id().equals(label.id()));
        var now = on
                ? labels.stream().anyMatch(one -> one.id().equals(label.id()))
                        ? labels
                        : Stream.concat(others, Stream.of(label)).toList()
                : others.toList();
        return new TrelloCard(id, name, description, due, closed, dueComplete, listId, now, position);
    }
}
