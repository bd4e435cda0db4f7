package io.taskledger.security.key;

/** The master key is missing, malformed or another one: the product must not start. The message says the way out. */
public final class KeyFault extends RuntimeException {

    public KeyFault(String message) {
        super(message);
    }
}
