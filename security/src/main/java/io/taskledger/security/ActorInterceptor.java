package io.taskledger.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.EditTasks;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Writes on every command and query who asks. Where somebody does, it overwrites what the message brought along: nobody
 * can speak as another. Where nobody does, the message comes from the system itself, which says whom it works for.
 */
final class ActorInterceptor implements MessageDispatchInterceptor<Message<?>> {

    @Override
    public BiFunction<Integer, Message<?>, Message<?>> handle(List<? extends Message<?>> messages) {
        return (index, message) -> message.andMetaData(additions(message));
    }

    private static Map<String, String> additions(Message<?> message) {
        var additions = new HashMap<String, String>();
        var actor = Acting.now();
        actor.ifPresent(a -> additions.put(MetadataKeys.ACTOR, a.userId().text()));
        if (actor.isPresent() || !message.getMetaData().containsKey(MetadataKeys.VIA)) {
            additions.put(
                    MetadataKeys.VIA, actor.map(Actor::via).orElse(Via.SYSTEM).stored());
        }
        if (message instanceof CommandMessage && !message.getMetaData().containsKey(MetadataKeys.ACTION_ID)) {
            additions.put(MetadataKeys.ACTION_ID, ActionId.next().text());
        }
        if (message.getPayload() instanceof EditTasks) {
            additions.put(MetadataKeys.BULK, "true");
        }
        return additions;
    }
}
