package io.taskledger.command.workspace;

import io.taskledger.messages.UserId;

import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

/** The workspace that everybody has. */
public final class PersonalWorkspace {

    private PersonalWorkspace() {}

    /** Makes it, in the unit of work of the aggregate that is deciding. */
    public static void create(UserId owner) {
        try {
            createNew(Workspace.class, () -> new Workspace(owner));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception unexpected) {
            throw new IllegalStateException("a constructor without checked exceptions threw one", unexpected);
        }
    }
}
