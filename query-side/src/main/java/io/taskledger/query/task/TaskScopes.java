package io.taskledger.query.task;

import io.taskledger.messages.Actor;
import org.springframework.stereotype.Component;

/** Finds out what a person is told of. */
@Component
class TaskScopes {

    private final Memberships memberships;

    TaskScopes(Memberships memberships) {
        this.memberships = memberships;
    }

    TaskScope of(Actor actor) {
        return new TaskScope(actor.userId(), memberships.of(actor.userId()));
    }
}
