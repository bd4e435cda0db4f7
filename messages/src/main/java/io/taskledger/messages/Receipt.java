package io.taskledger.messages;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What a command's sender gets back: how far the ledger had got when its events were in it. Known once the command has
 * been committed, which is when the gateway answers.
 */
public final class Receipt {

    private final AtomicLong position;

    public Receipt(AtomicLong position) {
        this.position = position;
    }

    /** The last position written; 0 where the command changed nothing. */
    public long position() {
        return position.get();
    }

    @Override
    public String toString() {
        return "Receipt[position=" + position + "]";
    }
}
