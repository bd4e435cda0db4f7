package io.taskledger.security.link;

/** A mailed link does not open anything. */
public final class LinkRefused extends RuntimeException {

    private final boolean expired;

    public LinkRefused(boolean expired) {
        super(expired ? "the link has run out" : "there is no such link", null, false, false);
        this.expired = expired;
    }

    /** It was good once, and never used; else it never was, was used, or a newer one took its place. */
    public boolean expired() {
        return expired;
    }
}
