package io.taskledger.messages;

/** A command was refused. Nothing was written. The reason is data; edges find the words. */
public final class CommandRejected extends RuntimeException {

    private final transient Rejection rejection;

    public CommandRejected(Rejection rejection) {
        // A refusal is an answer, not a fault: no stack trace is taken.
        super(rejection.toString(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
