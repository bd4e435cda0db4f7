package io.taskledger.messages;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import org.axonframework.messaging.responsetypes.AbstractResponseType;

/**
 * The response type of a query that is answered by a {@link Page} or a {@link Slice}: Axon's own name a class, not the
 * items of a generic one.
 */
public final class RunOf<R> extends AbstractResponseType<R> {

    private final Class<?> items;

    private RunOf(Class<?> run, Class<?> items) {
        super(run);
        this.items = items;
    }

    public static <T> RunOf<Page<T>> page(Class<T> items) {
        return new RunOf<>(Page.class, items);
    }

    public static <T> RunOf<Slice<T>> slice(Class<T> items) {
        return new RunOf<>(Slice.class, items);
    }

    @Override
    public boolean matches(Type responseType) {
        return responseType instanceof ParameterizedType found
                && found.getRawType() == expectedResponseType
                && found.getActualTypeArguments()[0] == items;
    }

    // What is answered is of the handler's return type, which matches() has looked at.
    @SuppressWarnings("unchecked")
    @Override
    public Class<R> responseMessagePayloadType() {
        return (Class<R>) expectedResponseType;
    }
}
