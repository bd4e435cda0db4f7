package io.taskledger.command.workspace;

import io.taskledger.command.Streams;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/** Takes those out of workspaces whose accounts go. */
@Component
public final class Departures {

    private final Streams streams;

    public Departures(Streams streams) {
        this.streams = streams;
    }

    /** In the unit of work that decides about the account; nothing where the person is no member. */
    public void leave(UserId member, WorkspaceId workspace) {
        streams.find(Workspace.class, workspace.text()).ifPresent(found -> found.execute(one -> one.without(member)));
    }
}
