package io.taskledger.security.link;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;

/** Whether mail to an account's address reaches its person. */
public interface EmailVerification {

    /** Has a link mailed to the account's address, which takes the place of an older one. */
    void request(Actor account);

    /**
     * Uses the link: the address is verified.
     *
     * @param via through what the person comes: the ledger keeps it
     * @return the account's username
     * @throws LinkRefused where the token is no good, or the address is not the account's any more
     */
    String verify(String token, Via via);
}
