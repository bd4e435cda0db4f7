package io.taskledger.query.rebuild;

/** A rebuild cannot go on; the message is a sentence for the operator. */
final class RebuildFailed extends RuntimeException {
    RebuildFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
