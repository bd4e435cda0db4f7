package io.taskledger.command.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.messages.account.NameDigest;
import org.axonframework.common.jdbc.ConnectionProvider;

/** The names' rule with a digest that a test can read. */
public final class Names {

    public static final NameDigest READABLE =
            name -> name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);

    private Names() {}

    static AccountNames reservedThrough(ConnectionProvider connections) {
        return new AccountNames(new Reservations(connections), READABLE);
    }
}
