package io.taskledger.query.task;

import java.util.Map;

import io.taskledger.messages.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds out what a person is told of. */
@Component
class TaskScopes {

    private final ObjectProvider<Memberships> memberships;

    /** @param memberships absent where there are no teams */
    TaskScopes(ObjectProvider<Memberships> memberships) {
        this.memberships = memberships;
    }

    TaskScope of(Actor actor) {
        var teams = memberships.getIfAvailable(() -> _ -> Map.of());
        return new TaskScope(actor.userId(), teams.of(actor.userId()));
    }
}
