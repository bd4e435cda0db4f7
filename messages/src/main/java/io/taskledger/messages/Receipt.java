package io.taskledger.messages;

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * What a command's sender gets back: how far the ledger had got when its events were in it. Known once the command has
 * been committed, which is when the gateway answers.
 */
public final class Receipt {

    private final AtomicLong position;
    private final @Nullable String firstTarget;
    private final boolean repeated;

    public Receipt(AtomicLong position) {
        this(position, null, false);
    }

    private Receipt(AtomicLong position, @Nullable String firstTarget, boolean repeated) {
        this.position = position;
        this.firstTarget = firstTarget;
        this.repeated = repeated;
    }

    /**
     * Of a command that had been handled before under the same idempotency key, and was not handled again.
     *
     * @param position that the first one reached, 0 where it changed nothing
     * @param target the id of what the first one was for
     */
    public static Receipt ofRepeated(long position, @Nullable String target) {
        return new Receipt(new AtomicLong(position), target, true);
    }

    /** The last position written; 0 where the command changed nothing. */
    public long position() {
        return position.get();
    }

    /** Whether nothing was done now, since it had been done before. */
    public boolean repeated() {
        return repeated;
    }

    /** The id of what was really acted on: a repeated command that makes something would have made another one. */
    public String targetOr(String own) {
        return firstTarget == null ? own : firstTarget;
    }

    @Override
    public String toString() {
        return "Receipt[position=" + position + "]";
    }
}
