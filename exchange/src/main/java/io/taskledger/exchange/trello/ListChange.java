package io.taskledger.exchange.trello;

import org.jspecify.annotations.Nullable;

/** What an action tells of a list's fields; null where it tells nothing of one. */
record ListChange(
        @Nullable String name,
        @Nullable Boolean closed,
        @Nullable Double position) {

    TrelloList of(TrelloList list) {
        return new TrelloList(
                list.id(),
                name == null ? list.name() : name,
                closed == null ? list.closed() : closed,
                position == null ? list.position() : position);
    }

    ListChange limitedTo(ListChange other) {
        return new ListChange(
                other.name == null ? null : name,
                other.closed == null ? null : closed,
                other.position == null ? null : position);
    }
}
