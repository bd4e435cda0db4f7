package io.taskledger.command.account;

import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountRejection.EmailTaken;
import io.taskledger.messages.account.AccountRejection.UsernameTaken;
import io.taskledger.messages.account.NameDigest;
import org.springframework.stereotype.Component;

/** Keeps usernames and emails unique: a name is reserved in the transaction that records its account. */
@Component
class AccountNames {

    static final String USERNAME = "username";
    static final String EMAIL = "email";

    private final Reservations reservations;
    private final NameDigest digest;

    AccountNames(Reservations reservations, NameDigest digest) {
        this.reservations = reservations;
        this.digest = digest;
    }

    /** @throws CommandRejected where somebody has the name or the address */
    void reserve(RegisterUser command) {
        if (!reserve(USERNAME, command.username(), command)) {
            throw new CommandRejected(new UsernameTaken(command.username()));
        }
        if (!reserve(EMAIL, command.email(), command)) {
            throw new CommandRejected(new EmailTaken(command.email()));
        }
    }

    private boolean reserve(String kind, String name, RegisterUser command) {
        return reservations.reserve(kind, digest.of(name), command.userId().text());
    }
}
