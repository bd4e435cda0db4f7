package io.taskledger.messages;

/** What is left of personal data whose key was erased: this for a text, an empty list for a list. */
public final class Erased {

    /** No text that a person typed is told apart from it: what was there is gone either way. */
    public static final String TEXT = "[erased]";

    private Erased() {}
}
