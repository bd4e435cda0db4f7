package io.taskledger.app.watch;

import java.util.HashMap;
import java.util.Map;

import io.taskledger.app.Version;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.app.settings.WatchSettings.LogFormat;

/** What Spring Boot is told of the operator's wishes; the form of a log of plain text is in {@code application.yml}. */
public final class Watching {

    private static final String JSON = "ecs";

    private Watching() {}

    /** Properties for the product itself, and not for its command line. */
    public static Map<String, Object> properties(TaskledgerSettings settings) {
        var properties = new HashMap<String, Object>();
        if (settings.watch().logFormat() == LogFormat.JSON) {
            properties.put("logging.structured.format.console", JSON);
            properties.put("logging.structured.format.file", JSON);
            properties.put("logging.structured.ecs.service.version", Version.text());
            properties.put("logging.structured.json.stacktrace.printer", StackWithoutWords.class.getName());
            properties.put("logging.structured.json.exclude", "error.message");
        }
        settings.watch().logFile().ifPresent(file -> {
            properties.put("logging.file.name", file.toString());
            properties.put("logging.logback.rollingpolicy.file-name-pattern", file + ".%d{yyyy-MM-dd}.%i.gz");
            properties.put("logging.logback.rollingpolicy.max-file-size", "10MB");
            properties.put("logging.logback.rollingpolicy.max-history", 14);
            properties.put("logging.logback.rollingpolicy.total-size-cap", "200MB");
        });
        settings.watch().tracesUrl().ifPresent(address -> properties.put(Traces.WANTED, true));
        settings.watch().errorReports().ifPresent(address -> properties.put(Reporting.WANTED, true));
        return properties;
    }
}
