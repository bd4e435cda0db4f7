package io.taskledger.app.commandline;

import java.util.Map;

import io.taskledger.app.job.SendTestMail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code taskledger mail …}: whether mail goes out. */
@Command(name = "mail", mixinStandardHelpOptions = true, description = "Shows whether mail goes out.")
final class Mail extends WithCommands {

    @Command(name = "test", mixinStandardHelpOptions = true, description = "Sends a mail to an address.")
    int test(@Parameters(paramLabel = "ADDRESS", description = "Whom to write to.") String address) {
        return desk().run(SendTestMail.NAME, Map.of(SendTestMail.ADDRESS, address), new byte[0]);
    }
}
