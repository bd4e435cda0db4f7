package io.taskledger.ui.tryout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.security.Accounts;
import io.taskledger.security.SignedIn;
import io.taskledger.security.password.Passwords;

/** Accounts in a map, with passwords as they are: nothing here is kept. */
public class AccountsInMemory implements Accounts, Passwords {

    private record Known(UserId id, String username, String password) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public AccountsInMemory(UserId demo) {
        known.put("demo", new Known(demo, "demo", "demo1234"));
    }

    @Override
    public UserId register(String username, String email, String password, Via via) {
        var id = UserId.next();
        var made = new AccountCommand.RegisterUser(id, username, email);
        if (!judge(password, List.of(username)).acceptable()) {
            throw new CommandRejected(
                    new Rejection.Invalid(List.of(new FieldProblem("password", FieldProblem.Kind.TOO_SHORT, 8))));
        }
        if (known.putIfAbsent(made.username(), new Known(id, username, password)) != null) {
            throw new CommandRejected(new AccountRejection.UsernameTaken(username));
        }
        return id;
    }

    @Override
    public Optional<SignedIn> signIn(String name, String password, Via via) {
        return Optional.ofNullable(known.get(name))
                .filter(one -> one.password().equals(password))
                .map(one -> new SignedIn(
                        one.id(),
                        one.username(),
                        SessionId.next(),
                        via,
                        Instant.now().plusSeconds(3600)));
    }

    @Override
    public void signOut(SessionId session) {}

    @Override
    public Optional<UserId> find(String name) {
        return Optional.ofNullable(known.get(name)).map(Known::id);
    }

    @Override
    public Strength judge(String password, List<String> ownNames) {
        return new Strength(Math.min(4, password.length() / 4), password.length() >= least());
    }

    @Override
    public int least() {
        return 8;
    }
}
