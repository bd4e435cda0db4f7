package io.taskledger.app.doctor;

import java.nio.file.Files;
import java.util.List;

import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;
import io.taskledger.storage.StoreUnavailable;

/** Whether contents of files can be reached. */
final class FilesLook {

    private static final String ABOUT = "files";
    private static final ContentDigest NOBODYS = new ContentDigest("0".repeat(64));

    private FilesLook() {}

    static List<Finding> look(TaskledgerSettings settings) {
        var folder = settings.files().folder();
        if (settings.files().s3().isEmpty()) {
            return List.of(
                    !Files.exists(folder) || Files.isWritable(folder)
                            ? Finding.ok(ABOUT, "in " + folder)
                            : Finding.fail(ABOUT, folder + " cannot be written").change(Setting.FILES));
        }
        try {
            FileStore.open(settings.files()).open(NOBODYS);
            return List.of(Finding.ok(ABOUT, "the bucket answers"));
        } catch (StoreUnavailable away) {
            return List.of(
                    Finding.fail(ABOUT, String.valueOf(away.getMessage())).change(Setting.S3_BUCKET));
        }
    }
}
