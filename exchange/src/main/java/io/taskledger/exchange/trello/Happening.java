package io.taskledger.exchange.trello;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a part of a board was from a time on.
 *
 * @param by the name of who made it so; null where the file does not say
 */
record Happening(Instant at, @Nullable String by, Effect effect) {

    sealed interface Effect {

        /** @param card null where it was not on the board any more */
        record CardIs(String cardId, @Nullable TrelloCard card) implements Effect {}

        /** @param list null where it was not on the board any more */
        record ListIs(String listId, @Nullable TrelloList list) implements Effect {}

        record BoardIs(String name) implements Effect {}

        /** @param text null where the comment was deleted */
        record CommentIs(
                String cardId, String commentId, @Nullable String text) implements Effect {}
    }
}
