package io.taskledger.ledger.transfer;

import java.io.IOException;

/** A file that is no ledger's, or not as it was written; the message is a sentence's end, behind the file's name. */
public final class NoLedgerFile extends IOException {

    private static final long serialVersionUID = 1;

    public NoLedgerFile(String sentence) {
        super(sentence);
    }

    static NoLedgerFile altered(long line) {
        return new NoLedgerFile("was altered: line " + line + " is not as it was written.");
    }

    static NoLedgerFile cutOff(long lines) {
        return new NoLedgerFile(
                "is cut off after line " + lines + ": the same export, run again, carries on from there.");
    }
}
