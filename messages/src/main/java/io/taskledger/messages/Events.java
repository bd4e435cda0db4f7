package io.taskledger.messages;

import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.account.AccountEvent;
import io.taskledger.messages.projection.ProjectionEvent;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.workspace.WorkspaceEvent;

/** Every event that the ledger can hold. */
public final class Events {

    private Events() {}

    /** The event records, found through the sealed types, so that none can be forgotten. */
    public static List<Class<?>> all() {
        return Stream.of(TaskEvent.class, AccountEvent.class, WorkspaceEvent.class, ProjectionEvent.class)
                .flatMap(Events::records)
                .toList();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Events::records) : Stream.of(type);
    }
}
