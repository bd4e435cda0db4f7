package io.taskledger.security.key;

/** Sealed personal data does not open: it was changed since, or was sealed for another subject or type of event. */
final class BrokenSeal extends RuntimeException {

    BrokenSeal(String subject, String type, Throwable cause) {
        super(
                "The personal data of " + subject + " in an event " + type + " was changed after it was sealed, or was"
                        + " sealed for something else",
                cause);
    }
}
