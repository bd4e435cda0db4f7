package io.taskledger.app.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import io.taskledger.app.settings.TaskledgerSettings.Profile;

/**
 * How the operator watches the product.
 *
 * @param logFile empty: standard output alone
 * @param tracesUrl where spans go by OTLP over HTTP; empty: nothing is traced
 * @param tracesShare of the requests, 0 to 1
 * @param errorReports DSN of a server that speaks Sentry's protocol; empty: nothing is reported
 */
public record WatchSettings(
        LogFormat logFormat,
        Optional<Path> logFile,
        Optional<URI> tracesUrl,
        double tracesShare,
        Optional<URI> errorReports) {

    /** Of the log. */
    public enum LogFormat {
        TEXT,
        JSON
    }

    /** Leaves out the DSN, which has a key in it. */
    @Override
    public String toString() {
        return "WatchSettings[" + logFormat + ", " + logFile + "]";
    }

    static WatchSettings of(SettingValues values, Path home, Path data, Profile profile) {
        var production = profile == Profile.PRODUCTION;
        return new WatchSettings(
                values.value(
                        Setting.LOG_FORMAT,
                        production ? LogFormat.JSON : LogFormat.TEXT,
                        "text or json",
                        text -> LogFormat.valueOf(text.toUpperCase(Locale.ROOT))),
                values.value(
                        Setting.LOG_FILE,
                        production ? Optional.of(data.resolve("logs/taskledger.log")) : Optional.empty(),
                        "a file, or off",
                        text -> text.equals("off") ? Optional.empty() : Optional.of(file(home.resolve(text)))),
                values.value(
                        Setting.TRACES_URL,
                        Optional.empty(),
                        "an address such as http://localhost:4318/v1/traces",
                        text -> Optional.of(TaskledgerSettings.webAddress(text))),
                values.value(Setting.TRACES_SHARE, 1.0, "a number from 0 to 1", WatchSettings::share),
                values.value(
                        Setting.ERROR_REPORT_DSN,
                        Optional.empty(),
                        "a DSN such as https://key@errors.example.org/1",
                        text -> Optional.of(dsn(text))));
    }

    private static Path file(Path path) {
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException();
        }
        return path.toAbsolutePath().normalize();
    }

    private static double share(String text) {
        var share = Double.parseDouble(text);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException();
        }
        return share;
    }

    private static URI dsn(String text) {
        var dsn = TaskledgerSettings.webAddress(text);
        if (dsn.getUserInfo() == null || !dsn.getPath().matches(".*/\\w+")) {
            throw new IllegalArgumentException();
        }
        return dsn;
    }
}
