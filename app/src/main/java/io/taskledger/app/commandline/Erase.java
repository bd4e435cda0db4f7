package io.taskledger.app.commandline;

import java.util.Map;

import io.taskledger.app.job.FinishErasures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code taskledger erase --finish}: nothing of erased people in the live files either. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Takes what people wrote whose accounts were deleted out of the live files.",
            "Nobody is told it any more since the deletion, whose key is gone; this is about the bytes."
        })
final class Erase extends WithCommands {

    @Option(
            names = "--finish",
            description = "Makes the read models anew, drops older versions, writes tables and write-ahead log anew."
                    + " Takes as long as a rebuild; tables are closed for moments.")
    private boolean finish;

    @Override
    public void run() {
        if (!finish) {
            throw misused("Accounts are deleted by their people; --finish is what an operator does; see --help.");
        }
        var code = desk().run(FinishErasures.NAME, Map.of(), new byte[0]);
        if (code != 0) {
            throw new CommandFailed("It is not finished; run it again.");
        }
    }
}
