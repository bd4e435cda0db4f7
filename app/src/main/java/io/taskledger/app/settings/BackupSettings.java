package io.taskledger.app.settings;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What the operator decides about backups.
 *
 * @param folder where they are
 * @param at when one is made each day, UTC; empty: none by itself
 * @param keep how many there are at most
 */
public record BackupSettings(Path folder, Optional<LocalTime> at, int keep) {

    private static final int USUAL_KEEP = 7;
    private static final int MOST_KEEP = 366;

    /**
     * @param home that a relative folder is meant from
     * @param data where backups are if nothing else is said
     */
    static BackupSettings of(SettingValues values, Path home, Path data) {
        return new BackupSettings(
                values.value(
                                Setting.BACKUPS,
                                data.resolve("backups"),
                                "a folder",
                                text -> TaskledgerSettings.folder(home.resolve(text)))
                        .toAbsolutePath()
                        .normalize(),
                values.value(
                        Setting.BACKUP_AT,
                        Optional.of(LocalTime.of(3, 0)),
                        "a time of the day such as 03:00, or off",
                        BackupSettings::time),
                values.value(
                        Setting.BACKUP_KEEP,
                        USUAL_KEEP,
                        "a number from 1 to " + MOST_KEEP,
                        text -> TaskledgerSettings.number(text, 1, MOST_KEEP)));
    }

    private static Optional<LocalTime> time(String text) {
        if (text.equals("off")) {
            return Optional.empty();
        }
        if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw new IllegalArgumentException();
        }
        return Optional.of(LocalTime.parse(text));
    }
}
