package io.taskledger.ledger.personal;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the sealed part of one type of event becomes JSON again.
 *
 * @param type the event's stored name
 * @param subjectIsComponent whether the event itself wants to know its subject
 */
record Opening(String type, PersonalCipher cipher, Placeholders placeholders, boolean subjectIsComponent) {

    /** A JSON object with the personal properties, or what stands for them. */
    byte[] open(@Nullable String subject, List<String> names, String sealed) {
        if (subject == null) {
            throw new IllegalStateException("Personal data of nobody in an event " + type + ": it names no subject");
        }
        return cipher.open(subject, type, sealed).orElseGet(() -> placeholders.json(names));
    }
}
