package io.taskledger.app.transfer;

/** Is told how far a ledger has got on its way. */
@FunctionalInterface
public interface Watching {

    /** @param total of positions, some of which may be empty */
    void told(long done, long total);
}
