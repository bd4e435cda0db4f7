package io.taskledger.command.once;

import io.taskledger.ledger.AppendedPosition;
import io.taskledger.ledger.idempotency.IdempotencyKeys;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection.KeyUsedForAnother;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.jspecify.annotations.Nullable;

/**
 * Handles a command that carries an idempotency key only if none was handled under it. The key is taken in the command's
 * own transaction, in each of its attempts anew; so a refused command leaves no key, and one that is being handled, here
 * or on another node, is waited for. Outside {@link io.taskledger.command.Receipts}, whose answer it may replace.
 */
public final class OncePerKey implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final IdempotencyKeys keys;
    private final CommandTargetResolver targets =
            AnnotationCommandTargetResolver.builder().build();

    public OncePerKey(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var command = unitOfWork.getMessage();
        var metaData = command.getMetaData();
        if (!(metaData.get(MetadataKeys.ACTOR) instanceof String actor
                && metaData.get(MetadataKeys.IDEMPOTENCY_KEY) instanceof String key
                && metaData.get(MetadataKeys.REQUEST_DIGEST) instanceof String digest)) {
            return chain.proceed();
        }
        var before = keys.take(actor, key, digest, target(command));
        if (before.isPresent()) {
            return repeated(before.get(), key, digest);
        }
        var answer = chain.proceed();
        // After the append, which was registered while the command was handled.
        unitOfWork.onPrepareCommit(appended ->
                AppendedPosition.lastOf(appended).ifPresent(position -> keys.reached(actor, key, position)));
        return answer;
    }

    private static Receipt repeated(IdempotencyKeys.Done done, String key, String digest) {
        if (!done.digest().equals(digest)) {
            throw new CommandRejected(new KeyUsedForAnother(key));
        }
        return Receipt.ofRepeated(done.position(), done.target());
    }

    private @Nullable String target(CommandMessage<?> command) {
        try {
            return targets.resolveTarget(command).getIdentifier();
        } catch (IllegalArgumentException forNoAggregate) {
            return null;
        }
    }
}
