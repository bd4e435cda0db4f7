package io.taskledger.security.erasure;

import java.util.Optional;
import java.util.concurrent.Executor;

import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.SignedIn;
import io.taskledger.security.link.Links;
import io.taskledger.security.password.Credentials;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.session.Sessions;

/** What proves the account and what is decided in one transaction; what does not come back, keys above all, right after it. */
public final class ErasedAccounts implements AccountDeletion {

    private final RowsAndEvents work;
    private final PasswordChanges passwords;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Links links;
    private final Erasures erasures;
    private final Executor soon;

    /** @param soon runs what nobody has to wait for, as nobody in particular */
    public ErasedAccounts(
            RowsAndEvents work,
            PasswordChanges passwords,
            Credentials credentials,
            Sessions sessions,
            Links links,
            Erasures erasures,
            Executor soon) {
        this.work = work;
        this.passwords = passwords;
        this.credentials = credentials;
        this.sessions = sessions;
        this.links = links;
        this.erasures = erasures;
        this.soon = soon;
    }

    @Override
    public void delete(SignedIn who, String current) {
        passwords.confirm(who, current);
        var ended = work.together(() -> {
            // Ended first and then removed, so that every node hears of each.
            var all = sessions.endAllBut(who.userId(), Optional.empty());
            links.forget(who.userId());
            credentials.remove(who.userId());
            erasures.ask(who.userId());
            work.send(new DeleteAccount(who.userId()), who.actor());
            return all;
        });
        ended.forEach(sessions::forget);
        soon.execute(erasures::carryOut);
    }
}
