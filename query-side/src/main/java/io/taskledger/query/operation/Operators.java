package io.taskledger.query.operation;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.projection.ProjectionRejection.NotPermitted;
import io.taskledger.query.account.Admins;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may operate: admins of the instance, and the system itself. */
@Component
class Operators {

    private final Admins admins;

    Operators(Admins admins) {
        this.admins = admins;
    }

    /**
     * Lets operators pass.
     *
     * @param actor null where the system itself asks
     * @throws CommandRejected for everybody else
     */
    void require(@Nullable String actor) {
        if (actor != null && !UserId.parse(actor).map(admins::contains).orElse(false)) {
            throw new CommandRejected(new NotPermitted());
        }
    }
}
