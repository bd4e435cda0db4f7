package io.taskledger.app.transfer;

/** A ledger cannot be let out or in; the message is a sentence for the operator, and nothing was changed. */
public final class TransferRefused extends RuntimeException {
    public TransferRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
