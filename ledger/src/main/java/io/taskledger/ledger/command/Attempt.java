package io.taskledger.ledger.command;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import io.taskledger.ledger.AppendedPosition;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

/** A command handled once, and whether its answer can stand. */
final class Attempt<C, R> implements MessageHandler<CommandMessage<?>>, CommandCallback<C, R> {

    private final MessageHandler<? super CommandMessage<?>> handler;
    private final StreamHeads heads;
    private @Nullable UnitOfWork<?> unitOfWork;
    private @Nullable CommandResultMessage<? extends R> result;

    Attempt(MessageHandler<? super CommandMessage<?>> handler, StreamHeads heads) {
        this.handler = handler;
        this.heads = heads;
    }

    @Override
    public Object handle(CommandMessage<?> command) throws Exception {
        UnitOfWork<?> current = CurrentUnitOfWork.get();
        unitOfWork = current;
        Object handled = handler.handle(command);
        CachedReads reads = CachedReads.of(current);
        Set<String> stale = heads.stale(reads.onlyRead());
        if (!stale.isEmpty()) {
            reads.forget(stale);
            throw new StaleStreams(stale);
        }
        return handled;
    }

    @Override
    public void onResult(CommandMessage<? extends C> command, CommandResultMessage<? extends R> commandResult) {
        result = commandResult;
    }

    /** After the unit of work: puts a lost race in place of a refusal that was decided from a stale state. */
    void judge() {
        CommandResultMessage<? extends R> handled = requireNonNull(result);
        if (unitOfWork == null || !handled.isExceptional() || overtaken()) {
            return;
        }
        CachedReads reads = CachedReads.of(unitOfWork);
        try {
            Set<String> stale = heads.stale(reads.all());
            if (!stale.isEmpty()) {
                reads.forget(stale);
                result = asCommandResultMessage(new StaleStreams(stale));
            }
        } catch (RuntimeException unknown) {
            unknown.addSuppressed(handled.exceptionResult());
            result = asCommandResultMessage(unknown);
        }
    }

    /** Whether somebody else was faster, and handling the command again may help. */
    boolean overtaken() {
        CommandResultMessage<? extends R> handled = requireNonNull(result);
        Throwable cause = handled.isExceptional() ? handled.exceptionResult() : null;
        while (cause != null && !(cause instanceof ConcurrencyException) && !(cause instanceof DeadlockException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    CommandResultMessage<? extends R> answer() {
        CommandResultMessage<? extends R> handled = requireNonNull(result);
        OptionalLong position = unitOfWork == null ? OptionalLong.empty() : AppendedPosition.lastOf(unitOfWork);
        return handled.isExceptional() || position.isEmpty()
                ? handled
                : handled.andMetaData(Map.of(AppendedPosition.METADATA_KEY, position.getAsLong()));
    }
}
