package io.taskledger.app.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.taskledger.app.backup.BackupFolder;
import io.taskledger.app.backup.BackupRefused;
import io.taskledger.app.backup.Manifest;
import io.taskledger.app.backup.Restore;
import io.taskledger.app.backup.TakeBackup;
import io.taskledger.app.backup.VerifyBackup;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.PostgresUnavailable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code taskledger backup}, {@code verify-backup} and {@code restore}. */
final class Backups {

    private static final String FROM = "Folder of the backups, where it is not that of TASKLEDGER_BACKUPS.";

    private Backups() {}

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = {
                "Takes a backup of rows, files and settings while people work on; never of the master key.",
                "Afterwards those that are too many go (TASKLEDGER_BACKUP_KEEP)."
            })
    static final class Take implements Callable<Integer> {

        // Set by picocli before anything is called.
        @SuppressWarnings("NullAway.Init")
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            return new Desk(
                            TaskledgerSettings.read(),
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr())
                    .run(TakeBackup.NAME, Map.of(), new byte[0]);
        }
    }

    @Command(
            name = "verify-backup",
            mixinStandardHelpOptions = true,
            description = {
                "Reads every file of a backup, brings it back beside everything, and goes through its ledger.",
                "Exit code: 0 only when nothing is wrong."
            })
    static final class Verify implements Callable<Integer> {

        // Set by picocli before anything is called.
        @SuppressWarnings("NullAway.Init")
        @Spec
        private CommandSpec spec;

        @Parameters(
                arity = "0..1",
                paramLabel = "ID",
                description = "Which one, such as 20261121T030000Z; otherwise the newest.")
        @Nullable
        String id;

        @Option(names = "--all", description = "All that there are.")
        boolean all;

        @Option(names = "--files-only", description = "Only reads the files.")
        boolean filesOnly;

        @Option(names = "--from", paramLabel = "FOLDER", description = FROM)
        @Nullable
        Path from;

        @Override
        public Integer call() throws IOException, SQLException {
            var settings = TaskledgerSettings.read();
            var backups = folder(settings, from);
            var verify = new VerifyBackup(backups, settings);
            Quiet.please();
            var exitCode = ExitCode.OK;
            for (var one : wanted(backups)) {
                try {
                    verify(verify, backups.named(one));
                } catch (BackupRefused | PostgresUnavailable fault) {
                    spec.commandLine().getErr().println("Backup " + one + ": " + fault.getMessage());
                    exitCode = ExitCode.SOFTWARE;
                }
            }
            return exitCode;
        }

        private void verify(VerifyBackup verify, Manifest backup) throws IOException, SQLException {
            verify.files(backup);
            if (!filesOnly) {
                verify.opened(backup);
            }
            spec.commandLine()
                    .getOut()
                    .println("Backup " + backup.id() + " is whole: "
                            + Figures.count(backup.parts().size(), "part") + ", "
                            + Figures.count(backup.contents().size(), "file")
                            + (filesOnly
                                    ? "."
                                    : ", " + Figures.count(backup.ledger().events(), "event") + " in order."));
        }

        private List<String> wanted(BackupFolder backups) throws IOException {
            var there = backups.ids();
            var wanted = there.stream()
                    .filter(one -> all || one.equals(id == null ? there.getLast() : id))
                    .toList();
            if (wanted.isEmpty()) {
                throw new BackupRefused(
                        "There is no backup " + (id == null ? "" : id + " ") + "in " + backups.root() + ".");
            }
            return wanted;
        }
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = {
                "Brings a backup back into an empty data folder, or an empty database of your own. Put the master key there"
                        + " first. The product must not run."
            })
    static final class Back implements Callable<Integer> {

        // Set by picocli before anything is called.
        @SuppressWarnings("NullAway.Init")
        @Spec
        private CommandSpec spec;

        @Option(
                names = "--to",
                paramLabel = "INSTANT",
                converter = Moments.class,
                description = "What was committed by then, such as 2026-11-21T07:00:00Z or 2026-11-21 (UTC).")
        @Nullable
        Instant to;

        @Option(names = "--from", paramLabel = "FOLDER", description = FROM)
        @Nullable
        Path from;

        @Option(names = "--replace", description = "Puts a database that is there aside, into postgres.replaced-….")
        boolean replace;

        @Override
        public Integer call() throws IOException, SQLException {
            var settings = TaskledgerSettings.read();
            if (new Desk(
                            settings,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr())
                    .isAttended()) {
                throw new CommandFailed("An instance is running on these data: stop it first.");
            }
            Quiet.please();
            var restored = new Restore(settings, folder(settings, from)).run(Optional.ofNullable(to), replace);
            tell(restored);
            return restored.damaged().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }

        private void tell(Restore.Restored restored) {
            spec.commandLine()
                    .getOut()
                    .println("Back from " + restored.from().id() + ": "
                            + Figures.count(restored.events(), "event")
                            + restored.lastEvent()
                                    .map(last -> ", the last of " + Figures.moment(last))
                                    .orElse("")
                            + ", and " + Figures.count(restored.files(), "file") + ".");
            if (!restored.reached()) {
                spec.commandLine()
                        .getOut()
                        .println("The log ends before the instant that was asked for: everything in it is back.");
            }
            restored.gap()
                    .ifPresent(segment -> spec.commandLine()
                            .getOut()
                            .println("The log " + segment
                                    + " is missing in the archive: what was done after it is not back."));
            restored.damaged()
                    .forEach(file -> spec.commandLine()
                            .getErr()
                            .println("The content " + file + " of a file is damaged, and is not back."));
            restored.aside()
                    .ifPresent(
                            folder -> spec.commandLine().getOut().println("What was there is in " + folder + " now."));
            spec.commandLine()
                    .getOut()
                    .println("Settings of then: settings.env.gz in the backup. Start the product as always.");
        }
    }

    private static BackupFolder folder(TaskledgerSettings settings, @Nullable Path from) {
        return new BackupFolder(
                from == null
                        ? settings.backups().folder()
                        : from.toAbsolutePath().normalize());
    }
}
