package io.taskledger.security.password;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection.Invalid;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.RecordNewPassword;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.SignedIn;
import io.taskledger.security.limit.Throttle;
import io.taskledger.security.link.LinkMail;
import io.taskledger.security.link.LinkPurpose;
import io.taskledger.security.link.LinkRefused;
import io.taskledger.security.link.Links;
import io.taskledger.security.link.OwnAccounts;
import io.taskledger.security.session.Sessions;

/** Changes hashes, ends sessions and has it recorded, in one transaction. */
final class RecordedPasswords implements PasswordChanges {

    private static final String FIELD = "new_password";

    private final RowsAndEvents work;
    private final Credentials credentials;
    private final Sessions sessions;
    private final PasswordHashes hashes;
    private final PasswordPolicy policy;
    private final OwnAccounts accounts;
    private final Links links;
    private final LinkMail mail;
    private final Throttle throttle;

    RecordedPasswords(
            RowsAndEvents work,
            Credentials credentials,
            Sessions sessions,
            PasswordHashes hashes,
            PasswordPolicy policy,
            OwnAccounts accounts,
            Links links,
            LinkMail mail,
            Throttle throttle) {
        this.work = work;
        this.credentials = credentials;
        this.sessions = sessions;
        this.hashes = hashes;
        this.policy = policy;
        this.accounts = accounts;
        this.links = links;
        this.mail = mail;
        this.throttle = throttle;
    }

    @Override
    public void confirm(SignedIn who, String current) {
        proved(who, current);
    }

    @Override
    public void change(SignedIn who, String current, String next) {
        requireGood(next, accounts.names(who.actor(), who.username()));
        var credential = proved(who, current);
        // Before the transaction: a hash takes long, and a connection is dear.
        var hash = hashes.hash(next);
        record(who.actor(), Optional.of(who.sessionId()), () -> {
            if (!credentials.replaceHash(credential, hash)) {
                throw new WrongPassword(); // somebody was faster: it is another one by now
            }
        });
    }

    @Override
    public void requestReset(String email) {
        throttle.reset();
        var known = email.contains("@") ? credentials.named(email) : Optional.<Credential>empty();
        // Nobody's id stands in for an account that there is not: the same rows are written, and nobody gets the mail.
        var userId = known.map(Credential::userId).orElseGet(UserId::next);
        work.together(() -> {
            var link = links.make(userId, LinkPurpose.RESET_PASSWORD, null);
            mail.send(LinkPurpose.RESET_PASSWORD, userId, link);
            return link;
        });
    }

    @Override
    public void reset(String token, String next, Via via) {
        requireGood(next, List.of());
        var userId = links.find(token, LinkPurpose.RESET_PASSWORD).userId();
        var credential = credentials.of(userId).orElseThrow(() -> new LinkRefused(false));
        requireGood(next, accounts.names(new Actor(userId, via), credential.username()));
        var hash = hashes.hash(next);
        record(new Actor(userId, via), Optional.empty(), () -> {
            links.use(token, LinkPurpose.RESET_PASSWORD);
            credentials.setHash(userId, hash);
        });
    }

    private void record(Actor actor, Optional<SessionId> goesOn, Runnable newHash) {
        var ended = work.together(() -> {
            newHash.run();
            var others = sessions.endAllBut(actor.userId(), goesOn);
            work.send(new RecordNewPassword(actor.userId(), goesOn), actor);
            return others;
        });
        ended.forEach(sessions::forget);
    }

    private Credential proved(SignedIn who, String current) {
        throttle.confirmation(who.userId());
        return credentials
                .of(who.userId())
                .filter(known -> hashes.matches(current, known.passwordHash()))
                .orElseThrow(WrongPassword::new);
    }

    private void requireGood(String password, List<String> ownNames) {
        var problems = policy.problems(password, ownNames);
        if (!problems.isEmpty()) {
            throw new CommandRejected(new Invalid(problems.stream()
                    .map(problem -> new FieldProblem(FIELD, problem.kind(), problem.limit()))
                    .toList()));
        }
    }
}
