package io.taskledger.app.commandline;

/** A command could not do what it was asked for; the message is a sentence for the operator. */
final class CommandFailed extends RuntimeException {
    CommandFailed(String sentence) {
        super(sentence);
    }
}
