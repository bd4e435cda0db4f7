package io.taskledger.query.rebuild;

import java.util.Map;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.projection.ProjectionEvent;
import io.taskledger.messages.projection.RecordOperation;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/** Writes down what operators did, in the caller's transaction. */
public final class OperationLog {

    private final CommandGateway commands;

    public OperationLog(CommandGateway commands) {
        this.commands = commands;
    }

    /** @param actor who asked for it; null where the system did by itself */
    public void record(ProjectionEvent event, @Nullable String actor) {
        Map<String, String> metaData = actor == null ? Map.of() : Map.of(MetadataKeys.ACTOR, actor);
        commands.sendAndWait(new GenericCommandMessage<>(RecordOperation.of(event), metaData));
    }
}
