package io.taskledger.app.commandline;

import io.taskledger.app.settings.TaskledgerSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing without one of its own commands. */
abstract class WithCommands implements Runnable {

    // Set by picocli before anything is called.
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command; see --help.");
    }

    Desk desk() {
        var command = spec.commandLine();
        return new Desk(TaskledgerSettings.read(), command.getOut(), command.getErr());
    }
}
