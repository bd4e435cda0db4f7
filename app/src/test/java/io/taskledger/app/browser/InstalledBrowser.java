package io.taskledger.app.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a Chromium or Chrome on this machine; none is downloaded. */
public final class InstalledBrowser {

    /** Names a browser that is somewhere else. */
    public static final String NAMED_BY = "TASKLEDGER_BROWSER";

    private static final List<String> PROGRAMS =
            List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome");
    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private InstalledBrowser() {}

    /** @throws IllegalStateException where there is none, with the line that installs one */
    public static Path find() {
        return find(System.getenv(), USUAL_PLACES);
    }

    static Path find(Map<String, String> environment, List<Path> usualPlaces) {
        return Stream.of(named(environment), usualPlaces.stream(), onThePath(environment))
                .flatMap(candidates -> candidates)
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The end-to-end tests need a browser: apt-get install -y chromium (or set " + NAMED_BY
                                + " to a Chromium or Chrome)"));
    }

    private static Stream<Path> named(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(NAMED_BY)).filter(name -> !name.isBlank()).map(Path::of).stream();
    }

    private static Stream<Path> onThePath(Map<String, String> environment) {
        var folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
        return PROGRAMS.stream()
                .flatMap(program -> Arrays.stream(folders)
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, program)));
    }
}
