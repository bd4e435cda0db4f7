package io.taskledger.security;

import java.util.Optional;

import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;

/** Registration, sign-in and sign-out: the secret is checked here, what happened goes through the command gateway. */
public interface Accounts {

    /**
     * Makes an account and its password, in one transaction. The new account itself is the actor.
     *
     * @param via through what the person registers: the ledger keeps it
     * @throws io.taskledger.messages.CommandRejected where a field breaks a rule, the password is refused, or the name
     *     or the address is taken
     * @throws io.taskledger.security.password.TooBusy where too many passwords are being hashed
     * @throws io.taskledger.security.limit.RateLimited where too many accounts were made from the same address
     */
    UserId register(String username, String email, String password, Via via);

    /**
     * Begins a session. Takes as long for an unknown name as for a wrong password.
     *
     * @param name username or email, ignoring case
     * @return empty where name and password do not belong together
     * @throws io.taskledger.security.password.TooBusy where too many passwords are being checked
     * @throws io.taskledger.security.limit.RateLimited where it was tried too often, from the same address or to the
     *     same account; the password is not looked at then
     */
    Optional<SignedIn> signIn(String name, String password, Via via);

    /** Ends a session: its tokens are refused from now on. Ending it twice is no error. */
    void signOut(SessionId session);

    /** Whom a username or an email names, ignoring case. For operators, never for an answer to a stranger. */
    Optional<UserId> find(String name);
}
