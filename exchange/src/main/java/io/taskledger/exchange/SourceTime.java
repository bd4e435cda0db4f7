package io.taskledger.exchange;

/** When something was made, as far as its id in another product tells. */
public final class SourceTime {

    private static final int MILLIS = 1_000;

    private SourceTime() {}

    /**
     * Milliseconds since 1970; 0 where the id does not tell. Trello's ids are MongoDB's ObjectIds: their first four bytes
     * are seconds.
     */
    public static long of(String sourceId) {
        return sourceId.matches("[0-9a-f]{24}") ? Long.parseLong(sourceId.substring(0, 8), 16) * MILLIS : 0;
    }
}
