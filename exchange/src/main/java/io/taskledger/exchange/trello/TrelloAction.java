package io.taskledger.exchange.trello;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did on a board, as far as it becomes history here.
 *
 * @param memberId null where the file does not say who
 * @param memberName null where the action does not name them: the board's members may
 */
record TrelloAction(
        Instant at, @Nullable String memberId, @Nullable String memberName, Deed deed) {

    sealed interface Deed {

        sealed interface OfCard extends Deed {
            String cardId();

            /** What the action tells of the card beside what it changes: its name of then, as a rule. */
            CardChange seen();
        }

        /** Made, or come from another board. */
        record CardAppeared(String cardId, CardChange seen) implements OfCard {}

        record CardChanged(String cardId, CardChange seen, CardChange to, CardChange from) implements OfCard {}

        /** Deleted, or gone to another board. */
        record CardGone(String cardId, CardChange seen) implements OfCard {}

        /** @param added whether it was put on, rather than taken off */
        record Labelled(String cardId, CardChange seen, TrelloLabel label, boolean added) implements OfCard {}

        record Commented(String cardId, CardChange seen, String commentId, String text) implements OfCard {}

        /** @param to null where it was deleted, or the file does not tell */
        record CommentChanged(
                String cardId,
                CardChange seen,
                String commentId,
                @Nullable String to,
                @Nullable String from,
                boolean deleted)
                implements OfCard {}

        record ListAppeared(String listId, ListChange seen) implements Deed {}

        record ListChanged(String listId, ListChange to, ListChange from) implements Deed {}

        /** Gone to another board. */
        record ListGone(String listId, ListChange seen) implements Deed {}

        record BoardRenamed(String to, String from) implements Deed {}
    }
}
