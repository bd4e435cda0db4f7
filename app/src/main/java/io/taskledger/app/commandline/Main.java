package io.taskledger.app.commandline;

import java.util.concurrent.Callable;

import io.taskledger.app.Taskledger;
import io.taskledger.app.settings.TaskledgerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code taskledger}: without a command, the product itself, in the foreground until it is told to stop. */
@Command(
        name = "taskledger",
        mixinStandardHelpOptions = true,
        versionProvider = PrintedVersion.class,
        description = "A task manager whose only truth is a ledger of events. Without a command: starts it.",
        subcommands = {
            Admin.class,
            Backups.Take.class,
            Backups.Verify.class,
            Backups.Back.class,
            Erase.class,
            Examine.class,
            History.class,
            Import.class,
            Keys.class,
            Mail.class,
            Practise.class,
            Projections.class
        },
        synopsisSubcommandLabel = "[COMMAND]")
public final class Main implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(Main.class);

    public static void main(String[] args) {
        var exitCode = new CommandLine(new Main())
                .setExecutionExceptionHandler(Failures::explain)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
        // The web server's threads go on when the product was started; any other command is over here.
        if (exitCode != RUNNING) {
            System.exit(exitCode);
        }
    }

    /** No exit code: the process goes on. */
    private static final int RUNNING = -1;

    @Override
    public Integer call() {
        var settings = TaskledgerSettings.read();
        settings.unknown().forEach(name -> log.warn("{} is no setting of this release: is it mistyped?", name));
        Taskledger.application(settings, true).run();
        log.info("Taskledger is ready at {}", settings.publicUrl());
        return RUNNING;
    }
}
