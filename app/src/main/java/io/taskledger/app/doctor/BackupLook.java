package io.taskledger.app.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.taskledger.app.backup.BackupFolder;
import io.taskledger.app.backup.BackupRefused;
import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;

/** How old the newest backup is, and whether the manifest of each can be read. */
final class BackupLook {

    private static final String ABOUT = "backup";
    private static final Duration A_DAY = Duration.ofHours(26);
    private static final Duration TOO_OLD = Duration.ofDays(3);

    private BackupLook() {}

    static List<Finding> look(TaskledgerSettings settings, Instant now) {
        try {
            var folder = new BackupFolder(settings.backups().folder());
            for (var id : folder.ids()) {
                folder.named(id);
            }
            var newest = folder.newest();
            if (newest.isPresent()) {
                return List.of(
                        aged(newest.get().id(), Duration.between(newest.get().startedAt(), now)));
            }
            var says = "there is none in " + settings.backups().folder();
            return List.of(
                    settings.backups().at().isPresent()
                            ? Finding.warn(
                                    ABOUT,
                                    says + " yet: the first comes at "
                                            + settings.backups().at().get() + " UTC, or by taskledger backup")
                            : Finding.fail(ABOUT, says + ", and none is made by itself")
                                    .change(Setting.BACKUP_AT));
        } catch (IOException | BackupRefused unreadable) {
            return List.of(
                    Finding.fail(ABOUT, String.valueOf(unreadable.getMessage())).change(Setting.BACKUPS));
        }
    }

    static Finding aged(String id, Duration age) {
        if (age.isNegative()) {
            return Finding.fail(
                    ABOUT,
                    id
                            + " is from the future: a clock was wrong then. Move it away, and take one by taskledger backup");
        }
        var says = id + ", " + age.toHours() + " h old";
        if (age.compareTo(TOO_OLD) > 0) {
            return Finding.fail(ABOUT, says + ": the product's log says why there is none since")
                    .change(Setting.BACKUP_AT);
        }
        return age.compareTo(A_DAY) > 0 ? Finding.warn(ABOUT, says).change(Setting.BACKUP_AT) : Finding.ok(ABOUT, says);
    }
}
