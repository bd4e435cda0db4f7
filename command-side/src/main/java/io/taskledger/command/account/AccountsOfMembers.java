package io.taskledger.command.account;

import java.util.Optional;
import java.util.function.Consumer;

import io.taskledger.command.Streams;
import io.taskledger.command.workspace.MembersAccounts;
import io.taskledger.ledger.command.FoldedStreams;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.EmailVerified;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.AccountRejection.NoSuchAccount;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts of those who belong, or may belong, to a workspace. */
@Component
public final class AccountsOfMembers implements MembersAccounts {

    private static final long KEPT = 1_000;

    private final AccountNames names;
    private final Streams streams;
    private final FoldedStreams<Address> addresses;

    private record Address(String email, boolean proved) {

        static Address after(@Nullable Address before, Object event) {
            return switch (event) {
                case UserRegistered registered -> new Address(registered.email(), false);
                case EmailChanged changed -> new Address(changed.email().to(), false);
                case EmailVerified verified -> new Address(verified.email(), true);
                default -> before == null ? new Address("", false) : before;
            };
        }
    }

    public AccountsOfMembers(AccountNames names, Streams streams, EventStorageEngine ledger) {
        this.names = names;
        this.streams = streams;
        this.addresses = new FoldedStreams<>(ledger, Address::after, KEPT);
    }

    @Override
    public Optional<UserId> named(String username) {
        return names.named(username);
    }

    @Override
    public boolean provedToHave(UserId person, String email) {
        return addresses
                .find(person.text())
                .filter(address -> address.proved() && address.email().equalsIgnoreCase(email))
                .isPresent();
    }

    @Override
    public void joined(UserId member, WorkspaceId workspace) {
        tell(member, account -> account.joined(workspace));
    }

    @Override
    public void left(UserId member, WorkspaceId workspace) {
        tell(member, account -> account.left(workspace));
    }

    private void tell(UserId member, Consumer<Account> news) {
        streams.change(
                streams.find(Account.class, member.text())
                        .orElseThrow(() -> new CommandRejected(new NoSuchAccount(member))),
                news);
    }
}
