package io.taskledger.security.erasure;

import io.taskledger.security.SignedIn;

/** The end of an account, and of what is personal in all that was recorded of it. */
public interface AccountDeletion {

    /**
     * Ends every session and token, forgets the password, has the deletion recorded, and erases the key of the account.
     *
     * @throws io.taskledger.security.password.WrongPassword where it is another one
     * @throws io.taskledger.messages.CommandRejected where the account may not go: then nothing has changed
     * @throws io.taskledger.security.password.TooBusy where too many passwords are being hashed
     */
    void delete(SignedIn who, String current);
}
