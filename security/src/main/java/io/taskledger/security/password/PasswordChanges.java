package io.taskledger.security.password;

import io.taskledger.messages.Via;
import io.taskledger.security.SignedIn;

/** New passwords for accounts that there are. Whichever way it comes, it ends every other session. */
public interface PasswordChanges {

    /**
     * Asks somebody who is signed in for the password once more.
     *
     * @throws WrongPassword where it is another one
     * @throws TooBusy where too many passwords are being hashed
     */
    void confirm(SignedIn who, String current);

    /**
     * By somebody who is signed in, and stays so in this session alone.
     *
     * @throws WrongPassword where the current password is another one
     * @throws io.taskledger.messages.CommandRejected where the new one is refused, under {@code new_password}
     * @throws TooBusy where too many passwords are being hashed
     */
    void change(SignedIn who, String current, String next);

    /**
     * Has a link mailed to the account's address. Does the same work, and tells the same, where there is no such account:
     * nobody can find out.
     *
     * @throws io.taskledger.security.limit.RateLimited where too many were asked for from the same place
     */
    void requestReset(String email);

    /**
     * By somebody whom the link reached. No session goes on.
     *
     * @param via through what the person comes: the ledger keeps it
     * @throws io.taskledger.security.link.LinkRefused where the token is no good
     * @throws io.taskledger.messages.CommandRejected where the password is refused, under {@code new_password}; the link
     *     stays good
     * @throws TooBusy where too many passwords are being hashed
     */
    void reset(String token, String next, Via via);
}
