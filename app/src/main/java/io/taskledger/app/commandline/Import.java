package io.taskledger.app.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

import io.taskledger.app.job.ImportTrello;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code taskledger import …}: reads what other products export. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Reads tasks from another product's export.")
final class Import extends WithCommands {

    /** As the reader itself has it; looked at here so that a huge file is not read before it is refused. */
    private static final long LARGEST_BYTES = 64L << 20;

    @Command(
            name = "trello",
            mixinStandardHelpOptions = true,
            description = "Creates the cards of a Trello board's JSON export as tasks.")
    int trello(
            @Parameters(paramLabel = "FILE", description = "The export, a JSON file.") Path file,
            @Option(names = "--owner", required = true, paramLabel = "USER", description = "Whose tasks they become.")
                    String owner,
            @Option(names = "--again", description = "Creates also those that an earlier import created.")
                    boolean again,
            @Option(
                            names = "--zone",
                            paramLabel = "ZONE",
                            defaultValue = "UTC",
                            description = "Time zone of due dates, such as Europe/Berlin (default: UTC).")
                    ZoneId zone) {
        var arguments = Map.of(
                ImportTrello.OWNER,
                owner,
                ImportTrello.AGAIN,
                Boolean.toString(again),
                ImportTrello.ZONE,
                zone.getId());
        return desk().run(ImportTrello.NAME, arguments, read(file));
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new CommandFailed(file + " is larger than 64 MB, which no board's export is.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new CommandFailed("There is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new CommandFailed(file + " cannot be read: " + unreadable.getMessage());
        }
    }
}
