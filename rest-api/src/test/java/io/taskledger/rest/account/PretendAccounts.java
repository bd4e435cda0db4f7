package io.taskledger.rest.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.rest.PretendHouse;
import io.taskledger.security.Accounts;
import io.taskledger.security.SignedIn;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimits;
import io.taskledger.security.session.LivingSessions;
import io.taskledger.security.token.AccessTokens;

/** Ann has an account, and one token. */
public class PretendAccounts implements Accounts, AccessTokens, LivingSessions {

    public static final String TOKEN = "the-token-of-ann";
    public static final SessionId SESSION = new SessionId("session-01KAJ4X9T3B6N8R0C2YVHE5G7D");
    public static final String PASSWORD = "correct horse";

    private final RateLimits limits;
    public final List<SessionId> ended = new ArrayList<>();

    public PretendAccounts(RateLimits limits) {
        this.limits = limits;
    }

    public void clear() {
        ended.clear();
    }

    @Override
    public UserId register(String username, String email, String password, Via via) {
        var command = new RegisterUser(PretendHouse.ANN, username, email);
        if (password.length() < 8) {
            throw new CommandRejected(
                    new Rejection.Invalid(List.of(new FieldProblem("password", FieldProblem.Kind.TOO_SHORT, 8))));
        }
        if (command.username().equals("taken")) {
            throw new CommandRejected(new AccountRejection.UsernameTaken(username));
        }
        if (command.email().startsWith("taken")) {
            throw new CommandRejected(new AccountRejection.EmailTaken(email));
        }
        return command.userId();
    }

    @Override
    public Optional<SignedIn> signIn(String name, String password, Via via) {
        limits.take(RateLimit.SIGN_IN, "somewhere");
        return name.equals("ann") && password.equals(PASSWORD) ? Optional.of(ann()) : Optional.empty();
    }

    @Override
    public void signOut(SessionId session) {
        ended.add(session);
    }

    @Override
    public Optional<UserId> find(String name) {
        return name.equals("ann") ? Optional.of(PretendHouse.ANN) : Optional.empty();
    }

    @Override
    public String issue(SignedIn session) {
        return TOKEN;
    }

    @Override
    public Optional<SignedIn> read(String token) {
        return token.equals(TOKEN) ? Optional.of(ann()) : Optional.empty();
    }

    @Override
    public String verificationKeys() {
        return "{\"keys\":[]}";
    }

    @Override
    public Optional<SignedIn> alive(SessionId id) {
        return id.equals(SESSION) ? Optional.of(ann()) : Optional.empty();
    }

    @Override
    public void whenEnded(Ends listener) {}

    private static SignedIn ann() {
        return new SignedIn(PretendHouse.ANN, "ann", SESSION, Via.REST, Instant.MAX);
    }
}
