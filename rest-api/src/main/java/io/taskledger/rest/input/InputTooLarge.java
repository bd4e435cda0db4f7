package io.taskledger.rest.input;

/** A body is larger than anything that the API takes. */
public final class InputTooLarge extends RuntimeException {

    private final int limit;

    InputTooLarge(int limit) {
        super("more than " + limit + " bytes", null, false, false);
        this.limit = limit;
    }

    /** In bytes. */
    public int limit() {
        return limit;
    }
}
