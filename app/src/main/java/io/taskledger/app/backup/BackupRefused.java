package io.taskledger.app.backup;

/** A backup cannot be taken, checked or brought back; the message is a sentence for the operator. */
public final class BackupRefused extends RuntimeException {
    public BackupRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
