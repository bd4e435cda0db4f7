package io.taskledger.ui.tryout;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.ProfileCommand.ChangePreferences;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import io.taskledger.security.Acting;
import io.taskledger.security.Scope;
import io.taskledger.security.SignedIn;
import io.taskledger.security.erasure.AccountDeletion;
import io.taskledger.security.link.EmailVerification;
import io.taskledger.security.link.LinkRefused;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.password.WrongPassword;
import io.taskledger.security.session.OwnSessions;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.SessionDetails;
import io.taskledger.security.token.PersonalTokens;
import io.taskledger.security.token.TokenDetails;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Everything of the one person who is there, but their tasks. */
public class PersonInMemory implements PasswordChanges, EmailVerification, OwnSessions, AccountDeletion {

    /** A link that opens what it is for; {@link #LATE} did once, and any other never did. */
    public static final String GOOD = "good";

    public static final String LATE = "late";
    public static final String PASSWORD = "demo1234";

    private final UserId userId;
    private final Clock clock;
    private final BooleanSupplier admin;
    private final List<SessionDetails> sessions = new ArrayList<>();
    private final List<TokenDetails> tokens = new ArrayList<>();
    private final List<String> mailed = new ArrayList<>();
    private AccountDetails account;
    private Preferences preferences = Preferences.atFirst();
    private boolean deleted;

    public PersonInMemory(UserId userId, Clock clock, BooleanSupplier admin) {
        this.userId = userId;
        this.clock = clock;
        this.admin = admin;
        account = fresh();
        clear();
    }

    /** As before anything was done. */
    public final void clear() {
        account = fresh();
        preferences = Preferences.atFirst();
        deleted = false;
        mailed.clear();
        tokens.clear();
        sessions.clear();
        sessions.add(session("Chrome on Linux", "127.0.0.0/24", true, 0));
        sessions.add(session("Safari on iPhone", "203.0.113.0/24", false, 7_200));
        sessions.add(session(null, null, false, 500_000));
    }

    public AccountDetails account() {
        return new AccountDetails(
                userId,
                account.username(),
                account.email(),
                account.emailVerified(),
                admin.getAsBoolean(),
                account.displayName(),
                account.zone(),
                account.language(),
                account.picture(),
                account.createdAt());
    }

    public Preferences wanted() {
        return preferences;
    }

    /** What links were asked for, and of whom. */
    public List<String> mailed() {
        return List.copyOf(mailed);
    }

    public boolean isDeleted() {
        return deleted;
    }

    @QueryHandler
    Optional<AccountDetails> handle(AccountQuery.FindOwnAccount query) {
        return Acting.now().map(_ -> account());
    }

    @QueryHandler
    Optional<OwnPreferences> handle(AccountQuery.FindOwnPreferences query) {
        return Optional.of(new OwnPreferences(userId, account.emailVerified(), preferences, account.zone(), null));
    }

    @CommandHandler
    void handle(EditProfile edit) {
        change(
                account.email(),
                account.emailVerified(),
                or(edit.displayName(), account.displayName()),
                or(edit.zone(), account.zone()),
                or(edit.language(), account.language()),
                account.picture());
    }

    @CommandHandler
    void handle(SetPicture edit) {
        change(
                account.email(),
                account.emailVerified(),
                account.displayName(),
                account.zone(),
                account.language(),
                edit.sha256());
    }

    @CommandHandler
    void handle(ChangeEmail edit) {
        change(edit.email(), false, account.displayName(), account.zone(), account.language(), account.picture());
    }

    @CommandHandler
    void handle(ChangePreferences change) {
        preferences = change.edit().of(preferences);
    }

    @Override
    public void request(Actor asking) {
        mailed.add("verify " + account.email());
    }

    @Override
    public String verify(String token, Via via) {
        requireGood(token);
        change(account.email(), true, account.displayName(), account.zone(), account.language(), account.picture());
        return account.username();
    }

    @Override
    public void confirm(SignedIn who, String current) {
        if (!current.equals(PASSWORD)) {
            throw new WrongPassword();
        }
    }

    @Override
    public void change(SignedIn who, String current, String next) {
        requireLong(next);
        confirm(who, current);
        endOthers(who);
    }

    @Override
    public void requestReset(String email) {
        mailed.add("reset " + email);
    }

    @Override
    public void reset(String token, String next, Via via) {
        requireLong(next);
        requireGood(token);
    }

    @Override
    public List<SessionDetails> list(SignedIn who) {
        return List.copyOf(sessions);
    }

    @Override
    public boolean end(SignedIn who, SessionId session) {
        return sessions.removeIf(one -> one.sessionId().equals(session));
    }

    @Override
    public void endOthers(SignedIn who) {
        sessions.removeIf(one -> !one.current());
    }

    /** Apart: lists of tokens and of sessions are asked for by the same name. */
    public PersonalTokens tokens() {
        return new PersonalTokens() {
            @Override
            public NewToken make(SignedIn who, String name, Set<Scope> scopes, Instant until) {
                new FieldRules()
                        .length("name", name.strip(), 1, 100)
                        .must(!scopes.isEmpty(), "scopes", FieldProblem.Kind.MISSING, 0)
                        .enforce();
                var now = clock.instant();
                var made = new TokenDetails(SessionId.next(), name.strip(), scopes, now, now, until);
                tokens.addFirst(made);
                return new NewToken(PREFIX + "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", made);
            }

            @Override
            public List<TokenDetails> list(SignedIn who) {
                return List.copyOf(tokens);
            }

            @Override
            public boolean revoke(SignedIn who, SessionId id) {
                return tokens.removeIf(one -> one.id().equals(id));
            }

            @Override
            public Optional<SessionAuthentication> read(String token) {
                return Optional.empty();
            }
        };
    }

    @Override
    public void delete(SignedIn who, String current) {
        confirm(who, current);
        deleted = true;
    }

    private static void requireGood(String token) {
        if (!token.equals(GOOD)) {
            throw new LinkRefused(token.equals(LATE));
        }
    }

    private static void requireLong(String password) {
        if (password.length() < 8) {
            throw new CommandRejected(
                    new Rejection.Invalid(List.of(new FieldProblem("new_password", FieldProblem.Kind.TOO_SHORT, 8))));
        }
    }

    private SessionDetails session(@Nullable String device, @Nullable String network, boolean current, int secondsAgo) {
        var used = clock.instant().minusSeconds(secondsAgo);
        return new SessionDetails(
                SessionId.next(),
                device == null ? Via.REST : Via.BROWSER,
                used.minusSeconds(90_000),
                used,
                used.plusSeconds(1_000_000),
                device,
                network,
                current);
    }

    private AccountDetails fresh() {
        return AccountDetails.fresh(
                userId, "demo", "demo@example.org", clock.instant().minusSeconds(1_000_000));
    }

    private void change(
            String email,
            boolean verified,
            @Nullable String name,
            @Nullable String zone,
            @Nullable String language,
            @Nullable String picture) {
        account = new AccountDetails(
                userId, account.username(), email, verified, false, name, zone, language, picture, account.createdAt());
    }

    private static @Nullable String or(@Nullable SetTo<@Nullable String> edit, @Nullable String before) {
        return edit == null ? before : edit.value();
    }
}
