package io.taskledger.rest.gateway;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import io.taskledger.messages.Page;
import org.axonframework.messaging.responsetypes.AbstractResponseType;

/** Finds handlers that answer a {@link Page} of the given items: Axon's own types take no generic class but lists. */
final class PageOf<T> extends AbstractResponseType<Page<T>> {

    PageOf(Class<T> items) {
        super(items);
    }

    @Override
    public boolean matches(Type declared) {
        return declared instanceof ParameterizedType page
                && page.getRawType() == Page.class
                && page.getActualTypeArguments()[0] == expectedResponseType;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
    @Override
    public Class<Page<T>> responseMessagePayloadType() {
        return (Class) Page.class;
    }
}
