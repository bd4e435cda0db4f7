package io.taskledger.security.password;

import io.taskledger.messages.UserId;

/**
 * An account that the installation itself keeps as it should be, such as the demo's. For the start of the product only:
 * no edge may be given this, since it asks for no proof and takes any password.
 */
public interface StandingAccount {

    /**
     * Makes the account where it is missing, else puts its password back.
     *
     * @param password any; the rules for people's passwords are not applied
     * @throws io.taskledger.messages.CommandRejected where the name or the address belongs to some other account
     */
    UserId ensure(String username, String email, String password);

    /**
     * Lets nobody in any more by a password that everybody knows: all sessions and tokens end, and no password is the
     * account's until somebody resets it. What it was used for stays.
     *
     * @return false where there is no such account, or it has another password
     */
    boolean close(String username, String email, String password);
}
