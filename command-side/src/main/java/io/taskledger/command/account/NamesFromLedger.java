package io.taskledger.command.account;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.messages.Erased;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.NameDigest;

/** Reserves the names of accounts once more, for a ledger that came from elsewhere: its events say whose they are. */
public final class NamesFromLedger {

    private final Reservations reservations;
    private final NameDigest digest;
    private final Map<UserId, Names> holders = new HashMap<>();

    private record Names(String username, String email) {}

    /** @param digest this installation's own */
    public NamesFromLedger(Reservations reservations, NameDigest digest) {
        this.reservations = reservations;
        this.digest = digest;
    }

    /** Each account's events must come in their order. */
    public void on(AccountEvent event) {
        switch (event) {
            case UserRegistered registered ->
                holders.put(registered.userId(), new Names(registered.username(), registered.email()));
            case EmailChanged changed ->
                holders.computeIfPresent(
                        changed.userId(),
                        (holder, names) ->
                                new Names(names.username(), changed.email().to()));
            case AccountDeleted deleted -> holders.remove(deleted.userId());
            default -> {
                // Changes no name.
            }
        }
    }

    /**
     * Reserves the names of all who are still there, and can still be read.
     *
     * @param each is given each account and its username
     * @throws IllegalStateException where two have the same name
     */
    public void reserve(BiConsumer<UserId, String> each) {
        holders.forEach((holder, names) -> {
            if (!names.username().equals(Erased.TEXT)) {
                reserve(AccountNames.USERNAME, names.username(), holder);
                reserve(AccountNames.EMAIL, names.email(), holder);
                each.accept(holder, names.username());
            }
        });
    }

    private void reserve(String kind, String name, UserId holder) {
        if (!reservations.reserve(kind, digest.of(name), holder.text())) {
            throw new IllegalStateException("two accounts have the same " + kind);
        }
    }
}
