package io.taskledger.app.job;

import java.util.Map;

import io.taskledger.messages.account.AccountCommand.GrantInstanceAdmin;
import io.taskledger.security.Accounts;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Makes an account an admin of the instance. */
@Component
public final class GrantAdmin implements JobKind {

    public static final String NAME = "admin-grant";
    public static final String USER = "user";

    private final Accounts accounts;
    private final CommandGateway commands;

    GrantAdmin(Accounts accounts, CommandGateway commands) {
        this.accounts = accounts;
        this.commands = commands;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        var user = Operands.account(accounts, arguments.get(USER));
        commands.sendAndWait(new GrantInstanceAdmin(user));
        return arguments.get(USER) + " is an instance admin.";
    }
}
