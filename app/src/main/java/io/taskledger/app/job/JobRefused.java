package io.taskledger.app.job;

/** A job asked for what cannot be; the message is a sentence for the operator, and nothing was changed. */
public final class JobRefused extends RuntimeException {
    public JobRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
