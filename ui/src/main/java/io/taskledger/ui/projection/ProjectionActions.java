package io.taskledger.ui.projection;

import java.util.Optional;
import java.util.function.Supplier;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.security.Accounts;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an operator can do. */
@Component
class ProjectionActions {

    private final CommandGateway gateway;
    private final Accounts accounts;

    ProjectionActions(CommandGateway gateway, Accounts accounts) {
        this.gateway = gateway;
        this.accounts = accounts;
    }

    /** Whom a username or an email names. */
    Optional<UserId> person(String name) {
        return accounts.find(name);
    }

    /**
     * Commands refuse bad fields when they are made: so they are made here, where a refusal is an answer.
     *
     * @return why it was refused, or nothing once it is done
     */
    Optional<Rejection> send(Supplier<ProjectionCommand> command) {
        try {
            gateway.<@Nullable Object>sendAndWait(command.get());
            return Optional.empty();
        } catch (CommandRejected rejected) {
            return Optional.of(rejected.rejection());
        }
    }
}
