package io.taskledger.app.database;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.PostgresUnavailable;

/** Whole copies of the embedded database that lie beside it: of what a restore replaced, or while one is brought back. */
public final class CopiesBeside {

    /** How the folder begins that a database is put aside into. */
    public static final String ASIDE = "postgres.replaced-";

    /** How a folder of the backups begins that one is brought back in to be looked at. */
    public static final String OPENED = "opened-";

    private CopiesBeside() {}

    /** Where a restore makes ready what takes the embedded database's place at last. */
    public static Path restoring(TaskledgerSettings settings) {
        return settings.data().resolve("restoring");
    }

    /** All that are there, used by nobody unless a restore or a look into a backup is going on. */
    public static List<Path> leftOver(TaskledgerSettings settings) {
        return Stream.concat(
                        in(settings.data()).filter(one -> isNamed(one, ASIDE) || one.equals(restoring(settings))),
                        in(settings.backups().folder()).filter(one -> isNamed(one, OPENED)))
                .sorted()
                .toList();
    }

    private static boolean isNamed(Path path, String beginning) {
        return path.getFileName().toString().startsWith(beginning);
    }

    private static Stream<Path> in(Path folder) {
        var entries = folder.toFile().listFiles();
        return entries == null ? Stream.empty() : Arrays.stream(entries).map(File::toPath);
    }

    /** Or an empty database would take the place of what was to come back. */
    static void requireNoHalfRestore(TaskledgerSettings settings) {
        if (Files.exists(restoring(settings)) && !Files.exists(Database.folder(settings))) {
            throw new PostgresUnavailable(
                    "A restore was cut short: there is " + restoring(settings)
                            + ", and no database yet. Run taskledger restore again; or remove that folder to begin with nothing");
        }
    }
}
