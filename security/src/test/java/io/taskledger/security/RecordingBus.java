package io.taskledger.security;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.RecordNewPassword;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountCommand.VerifyEmail;
import io.taskledger.messages.account.AccountRejection.EmailTaken;
import io.taskledger.messages.account.AccountRejection.UsernameTaken;
import io.taskledger.messages.account.NameDigest;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Stands for the accounts' decisions: reserves names in the caller's transaction, and keeps what it was sent. */
public final class RecordingBus {

    public final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    public final List<CommandMessage<?>> handled = Collections.synchronizedList(new ArrayList<>());

    /** Runs before each command is decided; may throw. */
    public Consumer<AccountCommand> before = command -> {};

    private final Reservations reservations;
    private final NameDigest digest;

    public RecordingBus(SecurityDatabase database, NameDigest digest) {
        this.reservations = new Reservations(new TransactionAwareDataSourceProxy(database.source())::getConnection);
        this.digest = digest;
        for (var command : List.of(
                RegisterUser.class,
                StartSession.class,
                EndSession.class,
                RecordNewPassword.class,
                VerifyEmail.class,
                DeleteAccount.class)) {
            bus.subscribe(command.getName(), this::handle);
        }
        bus.registerDispatchInterceptor(new ActorInterceptor());
    }

    public <C extends AccountCommand> List<C> sent(Class<C> type) {
        return handled.stream()
                .map(CommandMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public CommandMessage<?> last() {
        return handled.getLast();
    }

    private Object handle(CommandMessage<?> message) {
        handled.add(message);
        var command = (AccountCommand) message.getPayload();
        before.accept(command);
        if (command instanceof RegisterUser register) {
            reserve(register);
        }
        return "done";
    }

    private void reserve(RegisterUser command) {
        var holder = command.userId().text();
        if (!reservations.reserve("username", digest.of(command.username()), holder)) {
            throw new CommandRejected(new UsernameTaken(command.username()));
        }
        if (!reservations.reserve("email", digest.of(command.email()), holder)) {
            throw new CommandRejected(new EmailTaken(command.email()));
        }
    }
}
