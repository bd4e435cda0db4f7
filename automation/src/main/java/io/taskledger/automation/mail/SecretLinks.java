package io.taskledger.automation.mail;

import java.util.Optional;

/** Knows the secrets in the links that people ask for; the outbox has only their ids. */
@FunctionalInterface
public interface SecretLinks {

    /**
     * The token of a link; empty where it was used, replaced by a newer one or has run out, or was meant for another
     * address.
     *
     * @param link its id
     * @param email whom the mail would go to
     */
    Optional<String> token(String link, String email);
}
