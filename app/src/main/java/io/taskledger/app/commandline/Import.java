package io.taskledger.app.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

import io.taskledger.app.job.ImportFile;
import io.taskledger.exchange.ImportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code taskledger import …}: reads what other products export. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Reads tasks from another product's export.")
final class Import extends WithCommands {

    @Command(
            name = "trello",
            mixinStandardHelpOptions = true,
            description = "Creates the cards of a Trello board's JSON export as tasks.")
    int trello(
            @Mixin What what,
            @Option(
                            names = "--history",
                            description = "Tells also how the cards came to be, as far as the export does.")
                    boolean history) {
        return run(ImportFormat.TRELLO, what, history);
    }

    @Command(
            name = "csv",
            mixinStandardHelpOptions = true,
            description = "Creates the rows of a CSV file as tasks. Its header names the columns: title, description,"
                    + " priority, due_date, due_time, tags, completed, list.")
    int csv(@Mixin What what) {
        return run(ImportFormat.CSV, what, false);
    }

    @Command(
            name = "todoist",
            mixinStandardHelpOptions = true,
            description = "Creates the tasks of a project that Todoist exported as a template, CSV.")
    int todoist(@Mixin What what) {
        return run(ImportFormat.TODOIST, what, false);
    }

    /** What all kinds of files are asked with. */
    // Set by picocli before anything is called.
    @SuppressWarnings("NullAway.Init")
    static final class What {

        @Parameters(paramLabel = "FILE", description = "The export.")
        private Path file;

        @Option(names = "--owner", required = true, paramLabel = "USER", description = "Whose tasks they become.")
        private String owner;

        @Option(names = "--again", description = "Creates also those that an earlier import created.")
        private boolean again;

        @Option(names = "--dry-run", description = "Only shows what would be created.")
        private boolean dryRun;

        @Option(
                names = "--zone",
                paramLabel = "ZONE",
                defaultValue = "UTC",
                converter = Zones.class,
                description = "Time zone of due dates, such as Europe/Berlin (default: UTC).")
        private ZoneId zone;
    }

    /** In words: picocli's own name the classes. */
    static final class Zones implements ITypeConverter<ZoneId> {

        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException unknown) {
                throw new TypeConversionException("'" + text + "' is no time zone, such as Europe/Berlin");
            }
        }
    }

    private int run(ImportFormat format, What what, boolean history) {
        var name = what.file.getFileName();
        var arguments = Map.of(
                ImportFile.FORMAT,
                format.name(),
                ImportFile.FILE_NAME,
                name == null ? "" : name.toString(),
                ImportFile.OWNER,
                what.owner,
                ImportFile.AGAIN,
                Boolean.toString(what.again),
                ImportFile.DRY_RUN,
                Boolean.toString(what.dryRun),
                ImportFile.HISTORY,
                Boolean.toString(history),
                ImportFile.ZONE,
                what.zone.getId());
        return desk().run(ImportFile.NAME, arguments, read(what.file));
    }

    private static byte[] read(Path file) {
        try {
            // Before it is read: the reader would refuse it, too.
            if (Files.size(file) > ImportFormat.MOST_BYTES) {
                throw new CommandFailed(file + " is larger than 64 MB, which no export is.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new CommandFailed("There is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new CommandFailed(file + " cannot be read: " + unreadable.getMessage());
        }
    }
}
