package io.taskledger.command;

import java.util.concurrent.atomic.AtomicLong;

import io.taskledger.ledger.AppendedPosition;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Answers every command with a {@link Receipt}, and tells who keeps account of it how far the ledger was after an
 * actor's command.
 */
public final class Receipts implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Written written;

    public Receipts(Written written) {
        this.written = written;
    }

    @Override
    public Receipt handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        var position = new AtomicLong();
        unitOfWork.afterCommit(committed -> AppendedPosition.lastOf(committed).ifPresent(last -> {
            position.set(last);
            if (committed.getMessage().getMetaData().get(MetadataKeys.ACTOR) instanceof String actor) {
                written.by(actor, committed.getMessage().getPayload(), last);
            }
        }));
        chain.proceed();
        return new Receipt(position);
    }

    /** Hears of each actor's command that wrote something, before its sender gets the answer. */
    @FunctionalInterface
    public interface Written {
        void by(String actor, Object command, long position);
    }
}
