package io.taskledger.app.commandline;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.app.job.RotateKeys;
import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.app.wiring.Apart;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.security.key.MasterKeyRotation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code taskledger keys …}: other keys in the place of those there are. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "Puts new keys in the place of old ones.")
final class Keys extends WithCommands {

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Lets a new key sign access tokens, on every node and without a pause.",
                "Those of before verify until the last token that they signed has run out."
            })
    int rotate(
            @Option(
                            names = "--at-once",
                            description =
                                    "They verify nothing any more: every access token is refused within a second.")
                    boolean atOnce) {
        return desk().run(RotateKeys.NAME, Map.of(RotateKeys.AT_ONCE, Boolean.toString(atOnce)), new byte[0]);
    }

    @Command(
            name = "rotate-master",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a new master key and wraps every key anew by it, in one transaction.",
                "While no instance runs. The old one is kept aside: backups of before need it."
            })
    int rotateMaster(
            @Option(
                            names = "--to",
                            paramLabel = "FILE",
                            description = "Where the new key is written, if the settings give the key.")
                    @Nullable
                    Path to)
            throws SQLException {
        var settings = TaskledgerSettings.read();
        var ofSettings = settings.masterKey().isPresent();
        if (ofSettings != (to != null)) {
            throw misused(
                    ofSettings
                            ? Setting.MASTER_KEY.key() + " gives the key: name a file for the new one by --to."
                            : "The key is in the keys folder, and so will be the new one: leave out --to.");
        }
        if (new Desk(settings, out(), errors()).isAttended()) {
            throw new CommandFailed("An instance is running on these data: stop it, and rotate then.");
        }
        Quiet.please();
        try (var database = Database.open(settings)) {
            Schemas.migrated(database);
            var owner =
                    database.session(Role.OWNER, "rotation", TimeLimits.LASTING).direct();
            var rotated = new MasterKeyRotation(Apart.security(settings), Clock.systemUTC())
                    .rotate(owner, to == null ? Path.of("") : to.toAbsolutePath());
            out().println("Wrapped " + Figures.count(rotated.keys(), "key") + " anew. The new master key is in "
                    + rotated.file() + ".");
            out().println(
                            ofSettings
                                    ? "Set " + Setting.MASTER_KEY.key()
                                            + " to it before the next start, and keep a copy apart with the old one."
                                    : "Keep a copy apart. The old one is in " + rotated.before()
                                            + ": keep it for as long as backups of before, then delete it.");
        }
        return ExitCode.OK;
    }
}
