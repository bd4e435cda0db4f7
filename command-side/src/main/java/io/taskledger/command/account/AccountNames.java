package io.taskledger.command.account;

import java.util.Arrays;
import java.util.Optional;

import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountRejection.EmailTaken;
import io.taskledger.messages.account.AccountRejection.UserNotFound;
import io.taskledger.messages.account.AccountRejection.UsernameTaken;
import io.taskledger.messages.account.NameDigest;
import org.springframework.stereotype.Component;

/**
 * Keeps usernames and emails unique: a name is reserved in the transaction that records its account. So whose name it is
 * can be told without waiting for any projection.
 */
@Component
public final class AccountNames {

    static final String USERNAME = "username";
    static final String EMAIL = "email";

    private final Reservations reservations;
    private final NameDigest digest;

    public AccountNames(Reservations reservations, NameDigest digest) {
        this.reservations = reservations;
        this.digest = digest;
    }

    /** Whose username it is, in any spelling. */
    public Optional<UserId> named(String username) {
        return reservations.holderOf(USERNAME, digest.of(username)).map(UserId::new);
    }

    /** @throws CommandRejected where nobody is called so */
    public UserId require(String username) {
        return named(username).orElseThrow(() -> new CommandRejected(new UserNotFound(username)));
    }

    /** @throws CommandRejected where somebody has the name or the address */
    void reserve(RegisterUser command) {
        if (!reservations.reserve(
                USERNAME, digest.of(command.username()), command.userId().text())) {
            throw new CommandRejected(new UsernameTaken(command.username()));
        }
        reserveEmail(command.userId(), command.email());
    }

    /** @throws CommandRejected where somebody else has the new address */
    void moveEmail(UserId holder, String from, String to) {
        reserveEmail(holder, to);
        if (!Arrays.equals(digest.of(from), digest.of(to))) {
            reservations.release(EMAIL, digest.of(from), holder.text());
        }
    }

    void release(UserId holder, String username, String email) {
        reservations.release(USERNAME, digest.of(username), holder.text());
        reservations.release(EMAIL, digest.of(email), holder.text());
    }

    private void reserveEmail(UserId holder, String email) {
        if (!reservations.reserve(EMAIL, digest.of(email), holder.text())) {
            throw new CommandRejected(new EmailTaken(email));
        }
    }
}
