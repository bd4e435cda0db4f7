package io.taskledger.storage;

/** A content is not taken; nothing of it was kept. */
public final class ContentRefused extends RuntimeException {

    private final transient ContentRefusal refusal;

    public ContentRefused(ContentRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public ContentRefusal refusal() {
        return refusal;
    }
}
