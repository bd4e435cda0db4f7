package io.taskledger.ui.task;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Finds the handler that answers with a slice of tasks. Axon's own response types know lists and single classes, but no
 * generic type of one's own: asking for a {@code Slice.class} finds no handler.
 */
final class SliceOfTasks implements ResponseType<Slice<TaskDetails>> {

    @Override
    public boolean matches(Type answered) {
        return answered instanceof ParameterizedType type
                && type.getRawType().equals(Slice.class)
                && List.of(type.getActualTypeArguments()).equals(List.of(TaskDetails.class));
    }

    // What matches() let through; a class object cannot name the type of the items.
    @SuppressWarnings("unchecked")
    @Override
    public Class<Slice<TaskDetails>> responseMessagePayloadType() {
        return (Class<Slice<TaskDetails>>) (Class<?>) Slice.class;
    }

    @Override
    public Class<?> getExpectedResponseType() {
        return Slice.class;
    }
}
