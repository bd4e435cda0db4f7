package io.taskledger.app.doctor;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;

/** Whether the master key is there, and nobody else's; whether it is the right one is asked of the database. */
final class Keys {

    private Keys() {}

    static List<Finding> look(TaskledgerSettings settings) {
        var findings = new ArrayList<Finding>();
        var file = settings.data().resolve("keys").resolve("master.key");
        if (settings.masterKey().isPresent()) {
            findings.add(Finding.ok("master key", "is given by " + Setting.MASTER_KEY.key()));
        } else if (Files.exists(file)) {
            findings.add(Finding.ok("master key", file + ": keep a copy of it apart"));
        } else if (settings.database().isPresent()) {
            findings.add(Finding.fail("master key", "is not set: nodes on one database need the same")
                    .change(Setting.MASTER_KEY));
        } else {
            findings.add(Finding.warn("master key", file + " is not there; a first start makes it")
                    .change(Setting.MASTER_KEY));
        }
        var backups = settings.backups().folder();
        if (backups.resolve("keys").startsWith(settings.data().resolve("keys"))
                || settings.data().resolve("keys").startsWith(backups)) {
            findings.add(Finding.fail("master key", "lies among the backups: whoever has those has everything")
                    .change(Setting.BACKUPS));
        }
        return findings;
    }

    /** A figure as all findings have them. */
    static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
