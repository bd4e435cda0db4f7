package io.taskledger.security.password;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection.Invalid;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.RecordNewPassword;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountRejection.EmailTaken;
import io.taskledger.messages.account.AccountRejection.UsernameTaken;
import io.taskledger.security.Accounts;
import io.taskledger.security.Acting;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.SignedIn;
import io.taskledger.security.key.OpaqueToken;
import io.taskledger.security.limit.Throttle;
import io.taskledger.security.session.Device;
import io.taskledger.security.session.Sessions;

/** Accounts that are proved by a password. */
public final class PasswordAccounts implements Accounts, StandingAccount {

    private final RowsAndEvents work;
    private final Credentials credentials;
    private final Sessions sessions;
    private final PasswordHashes hashes;
    private final PasswordPolicy policy;
    private final Throttle throttle;
    private final SecuritySettings settings;
    private final Clock clock;

    public PasswordAccounts(
            RowsAndEvents work,
            Credentials credentials,
            Sessions sessions,
            PasswordHashes hashes,
            PasswordPolicy policy,
            Throttle throttle,
            SecuritySettings settings,
            Clock clock) {
        this.work = work;
        this.credentials = credentials;
        this.sessions = sessions;
        this.hashes = hashes;
        this.policy = policy;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public UserId register(String username, String email, String password, Via via) {
        var userId = UserId.next();
        requireValid(username, email, password);
        throttle.registration();
        return add(new RegisterUser(userId, username, email), password, via);
    }

    @Override
    public Optional<SignedIn> signIn(String name, String password, Via via) {
        return signIn(name, password, via, lifetime(via), _ -> {});
    }

    /** @param within what else is done in the transaction that begins the session */
    public Optional<SignedIn> signIn(
            String name, String password, Via via, Duration lifetime, Consumer<SessionId> within) {
        var known = credentials.named(name);
        throttle.signIn(known.map(Credential::userId), name);
        if (known.isEmpty()) {
            hashes.matchNobody(password);
            return Optional.empty();
        }
        return known.filter(credential -> hashes.matches(password, credential.passwordHash()))
                .flatMap(credential -> begin(credential, password, via, lifetime, within));
    }

    @Override
    public void signOut(SessionId session) {
        work.together(() -> {
            var owner = sessions.end(session);
            owner.ifPresent(userId -> work.send(new EndSession(userId, session), actorOf(userId)));
            return owner;
        });
        sessions.forget(session);
    }

    @Override
    public Optional<UserId> find(String name) {
        return credentials.named(name).map(Credential::userId);
    }

    @Override
    public UserId ensure(String username, String email, String password) {
        var byName = credentials.named(username);
        var byEmail = credentials.named(email);
        if (byName.isEmpty() && byEmail.isEmpty()) {
            return add(new RegisterUser(UserId.next(), username, email), password, Via.SYSTEM);
        }
        if (byName.isEmpty()) {
            throw new CommandRejected(new EmailTaken(email));
        }
        if (!byName.map(Credential::userId).equals(byEmail.map(Credential::userId))) {
            throw new CommandRejected(new UsernameTaken(username));
        }
        var credential = byName.get();
        if (!hashes.matches(password, credential.passwordHash())) {
            credentials.replaceHash(credential, hashes.hash(password));
        }
        return credential.userId();
    }

    @Override
    public boolean close(String username, String email, String password) {
        var byEmail = credentials.named(email).map(Credential::userId);
        var known = credentials
                .named(username)
                .filter(credential -> byEmail.equals(Optional.of(credential.userId())))
                .filter(credential -> hashes.matches(password, credential.passwordHash()));
        known.ifPresent(this::close);
        return known.isPresent();
    }

    private void close(Credential credential) {
        var nobodys = hashes.hash(OpaqueToken.next());
        var ended = work.together(() -> {
            credentials.replaceHash(credential, nobodys);
            work.send(
                    new RecordNewPassword(credential.userId(), Optional.empty()),
                    new Actor(credential.userId(), Via.SYSTEM));
            return sessions.endAllBut(credential.userId(), Optional.empty());
        });
        ended.forEach(sessions::forget);
    }

    /** All that is wrong, in all three fields at once. */
    private void requireValid(String username, String email, String password) {
        var ofNames = PasswordPolicy.problemsOf(() -> new RegisterUser(UserId.next(), username, email));
        var ofPassword = policy.problems(password, List.of(username, email));
        var all = Stream.concat(ofNames.stream(), ofPassword.stream()).toList();
        if (!all.isEmpty()) {
            throw new CommandRejected(new Invalid(all));
        }
    }

    private UserId add(RegisterUser command, String password, Via via) {
        // Before the transaction: a hash takes long, and a connection is dear.
        var credential = new Credential(command.userId(), command.username(), hashes.hash(password));
        return work.together(() -> {
            credentials.add(credential);
            work.send(command, new Actor(command.userId(), via));
            return command.userId();
        });
    }

    /** Empty where the account was deleted just now. */
    private Optional<SignedIn> begin(
            Credential credential, String password, Via via, Duration lifetime, Consumer<SessionId> within) {
        if (hashes.isOutdated(credential.passwordHash())) {
            credentials.replaceHash(credential, hashes.hash(password));
        }
        var until = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        var session = new SignedIn(credential.userId(), credential.username(), SessionId.next(), via, until);
        return work.together(() -> {
            if (!sessions.begin(session, Device.ofThisRequest())) {
                return Optional.empty();
            }
            within.accept(session.sessionId());
            work.send(new StartSession(session.userId(), session.sessionId(), via, session.until()), session.actor());
            return Optional.of(session);
        });
    }

    private Duration lifetime(Via via) {
        return via == Via.BROWSER ? settings.browserSession() : settings.restSession();
    }

    /** Through what the session is being ended: the request's way, or the system's where there is no request. */
    private static Actor actorOf(UserId owner) {
        return new Actor(owner, Acting.now().map(Actor::via).orElse(Via.SYSTEM));
    }
}
