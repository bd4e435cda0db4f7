package io.taskledger.app.commandline;

import java.util.Map;

import io.taskledger.app.job.GrantAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code taskledger admin …}: who may run the instance. */
@Command(name = "admin", mixinStandardHelpOptions = true, description = "Says who may run the instance.")
final class Admin extends WithCommands {

    @Command(name = "grant", mixinStandardHelpOptions = true, description = "Makes an account an instance admin.")
    int grant(@Parameters(paramLabel = "USER", description = "Username or email.") String user) {
        return desk().run(GrantAdmin.NAME, Map.of(GrantAdmin.USER, user), new byte[0]);
    }
}
