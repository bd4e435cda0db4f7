package io.taskledger.exchange.trello;

import java.time.Instant;

import io.taskledger.messages.SetTo;
import org.jspecify.annotations.Nullable;

/** What an action tells of a card's fields; null where it tells nothing of one. */
record CardChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable SetTo<@Nullable Instant> due,
        @Nullable Boolean closed,
        @Nullable Boolean dueComplete,
        @Nullable String listId,
        @Nullable Double position) {

    static final CardChange NONE = new CardChange(null, null, null, null, null, null, null);

    TrelloCard of(TrelloCard card) {
        return new TrelloCard(
                card.id(),
                name == null ? card.name() : name,
                description == null ? card.description() : description,
                due == null ? card.due() : due.value(),
                closed == null ? card.closed() : closed,
                dueComplete == null ? card.dueComplete() : dueComplete,
                listId == null ? card.listId() : listId,
                card.labels(),
                position == null ? card.position() : position);
    }

    /** Of these only what the other one tells of too. */
    CardChange limitedTo(CardChange other) {
        return new CardChange(
                other.name == null ? null : name,
                other.description == null ? null : description,
                other.due == null ? null : due,
                other.closed == null ? null : closed,
                other.dueComplete == null ? null : dueComplete,
                other.listId == null ? null : listId,
                other.position == null ? null : position);
    }

    /** What this one does not tell, the other one does. */
    CardChange or(CardChange other) {
        return new CardChange(
                name == null ? other.name : name,
                description == null ? other.description : description,
                due == null ? other.due : due,
                closed == null ? other.closed : closed,
                dueComplete == null ? other.dueComplete : dueComplete,
                listId == null ? other.listId : listId,
                position == null ? other.position : position);
    }

    boolean isEmpty() {
        return equals(NONE);
    }
}
