package io.taskledger.messages;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives a handler the {@link Actor} that its message's metadata names. A message without an actor does not match such a
 * handler: what needs to know who asks is never run for nobody. (Of a command that makes an aggregate Axon does not ask
 * whether it matches; it then fails here.) Found by Axon through {@code META-INF/services}.
 */
public final class ActorParameter implements ParameterResolverFactory, ParameterResolver<Actor> {

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Actor.class ? this : null;
    }

    @Override
    public Actor resolveParameterValue(Message<?> message) {
        return new Actor(new UserId(text(message, MetadataKeys.ACTOR)), Via.ofStored(text(message, MetadataKeys.VIA)));
    }

    @Override
    public boolean matches(Message<?> message) {
        var metaData = message.getMetaData();
        return metaData.get(MetadataKeys.ACTOR) instanceof String && metaData.get(MetadataKeys.VIA) instanceof String;
    }

    private static String text(Message<?> message, String key) {
        return String.valueOf(message.getMetaData().get(key));
    }
}
