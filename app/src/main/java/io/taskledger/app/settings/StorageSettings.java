package io.taskledger.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.taskledger.storage.FileSettings;
import io.taskledger.storage.S3Settings;

/** Reads what the operator decides about files. */
final class StorageSettings {

    private static final int MOST_BYTES = 1_073_741_824;
    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z0-9]{1,16}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,40}");

    private StorageSettings() {}

    /**
     * @param home that a relative folder is meant from
     * @param data where files are if nothing else is said
     */
    static FileSettings of(SettingValues values, Path home, Path data) {
        var folder = values.value(
                Setting.FILES,
                data.resolve("files"),
                "a folder",
                text -> TaskledgerSettings.folder(home.resolve(text)));
        var limit = values.value(
                Setting.FILE_LIMIT,
                (int) FileSettings.DEFAULT_LIMIT,
                "a number of bytes from 1 to " + MOST_BYTES,
                text -> TaskledgerSettings.number(text, 1, MOST_BYTES));
        var extensions = values.value(
                Setting.FILE_TYPES,
                FileSettings.DEFAULT_EXTENSIONS,
                "extensions such as .png, separated by commas or spaces",
                StorageSettings::extensions);
        return new FileSettings(folder.toAbsolutePath().normalize(), limit, extensions, s3(values));
    }

    private static Optional<S3Settings> s3(SettingValues values) {
        var endpoint = values.value(
                Setting.S3_ENDPOINT,
                Optional.<URI>empty(),
                "an address such as https://s3.example.org",
                text -> Optional.of(TaskledgerSettings.webAddress(text)));
        var bucket = values.value(
                Setting.S3_BUCKET,
                "",
                "the name of a bucket, 3 to 63 small letters, digits, dots and dashes",
                text -> of(text, BUCKET));
        var region =
                values.value(Setting.S3_REGION, "us-east-1", "a region such as eu-central-1", text -> of(text, REGION));
        var key = values.text(Setting.S3_KEY);
        var secret = values.text(Setting.S3_SECRET);
        if (bucket.isEmpty()) {
            if (values.text(Setting.S3_BUCKET).isEmpty()) {
                Map.of(
                                Setting.S3_ENDPOINT,
                                endpoint.isPresent(),
                                Setting.S3_KEY,
                                key.isPresent(),
                                Setting.S3_SECRET,
                                secret.isPresent())
                        .forEach((setting, given) -> {
                            if (given) {
                                values.fault(
                                        setting, "is set, but without " + Setting.S3_BUCKET.key() + " it says nothing");
                            }
                        });
            }
            return Optional.empty();
        }
        for (var setting : List.of(Setting.S3_KEY, Setting.S3_SECRET)) {
            if (values.text(setting).isEmpty()) {
                values.fault(setting, "is not set, but " + Setting.S3_BUCKET.key() + " needs it");
            }
        }
        return Optional.of(new S3Settings(endpoint, bucket, region, key.orElse(""), secret.orElse("")));
    }

    private static List<String> extensions(String text) {
        var extensions = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(extension -> !extension.isEmpty())
                .map(extension -> extension.startsWith(".") ? extension : "." + extension)
                .map(extension -> of(extension, EXTENSION))
                .distinct()
                .toList();
        if (extensions.isEmpty()) {
            throw new IllegalArgumentException();
        }
        return extensions;
    }

    private static String of(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
