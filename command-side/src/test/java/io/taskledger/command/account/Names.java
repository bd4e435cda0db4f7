package io.taskledger.command.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.taskledger.command.LedgerDatabase;
import io.taskledger.command.People;
import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.NameDigest;
import org.axonframework.common.jdbc.ConnectionProvider;

/** The names' rule with a digest that a test can read. */
public final class Names {

    public static final NameDigest READABLE =
            name -> name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);

    private Names() {}

    /** Ann, Bob and Cid have their names there. */
    public static AccountNames known(LedgerDatabase database) {
        var names = reservedThrough(database.source()::getConnection);
        names.reserve(new RegisterUser(People.ANN, "ann", "ann@example.org"));
        names.reserve(new RegisterUser(People.BOB, "bob", "bob@example.org"));
        names.reserve(new RegisterUser(People.CID, "cid", "cid@example.org"));
        return names;
    }

    /** For who never asks whose a name is. */
    public static AccountNames nobodys() {
        return reservedThrough(() -> {
            throw new AssertionError("asked for a name");
        });
    }

    static AccountNames reservedThrough(ConnectionProvider connections) {
        return new AccountNames(new Reservations(connections), READABLE);
    }
}
