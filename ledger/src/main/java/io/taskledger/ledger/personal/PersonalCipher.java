package io.taskledger.ledger.personal;

import java.util.Optional;

/**
 * Seals what the ledger may only keep sealed, with a key of each subject. The ledger asks; who keeps keys provides.
 * Called by many threads, within transactions and outside of any.
 */
public interface PersonalCipher {

    /**
     * Seals with the subject's key, made where there is none yet.
     *
     * @param type the stored name of the event; what was sealed for one type opens for no other
     * @param clear not changed, not kept
     * @return of letters, digits, dots, dashes and underscores only
     * @throws RuntimeException that says so, where the subject was erased
     */
    String seal(String subject, String type, byte[] clear);

    /**
     * Opens what was sealed.
     *
     * @return empty where the subject was erased
     * @throws RuntimeException where it was not sealed for this subject and this type, was changed since, or the key is
     *     not to be had although the subject was never erased
     */
    Optional<byte[]> open(String subject, String type, String sealed);
}
