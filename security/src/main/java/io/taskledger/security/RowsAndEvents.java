package io.taskledger.security;

import java.util.function.Supplier;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountCommand;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Secret and event in one transaction: rows first and the command last, so that whatever the command's unit of work does
 * when it ends is done when nothing but the commit is left.
 */
public final class RowsAndEvents {

    private static final int TRIES = 5;

    private final CommandGateway commands;
    private final TransactionTemplate transaction;

    /** @param commands without retries of its own: a retry must repeat the whole transaction, which is done here */
    RowsAndEvents(CommandGateway commands, TransactionTemplate transaction) {
        this.commands = commands;
        this.transaction = transaction;
    }

    /** Runs again, from the start, where somebody else was faster with the same stream. */
    public <T> T together(Supplier<T> work) {
        for (var tries = 1; ; tries++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (ConcurrencyException anotherWasFaster) {
                if (tries == TRIES) {
                    throw anotherWasFaster;
                }
            }
        }
    }

    /** The last thing in such a transaction. */
    public void send(AccountCommand command, Actor actor) {
        Acting.as(actor, () -> commands.sendAndWait(command));
    }
}
