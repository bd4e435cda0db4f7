package io.taskledger.exchange.trello;

import io.taskledger.exchange.FileRefused;

/** The file cannot be read as a board. The message is a sentence for the person who chose the file. */
public final class NotATrelloBoard extends FileRefused {

    /** Why, for an edge that words it itself. */
    public enum Reason {
        EMPTY,
        NOT_JSON,
        /** JSON, but something that every board has is missing or of another kind. */
        NO_BOARD,
        /** The file ends before the board does. */
        TRUNCATED,
        TOO_DEEPLY_NESTED,
        /** More bytes, more cards or a longer value than is read. */
        TOO_LARGE
    }

    private final Reason reason;

    public NotATrelloBoard(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
