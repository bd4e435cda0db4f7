package io.taskledger.app.commandline;

import java.io.PrintWriter;

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
        throw misused("Missing command; see --help.");
    }

    Desk desk() {
        return new Desk(TaskledgerSettings.read(), out(), errors());
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter errors() {
        return spec.commandLine().getErr();
    }

    /** The call made no sense: exit code 2. */
    ParameterException misused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
