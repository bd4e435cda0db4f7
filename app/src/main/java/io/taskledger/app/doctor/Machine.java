package io.taskledger.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.app.database.CopiesBeside;
import io.taskledger.app.database.Database;
import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;

/** The JDK, the folders, and how much room there is. */
final class Machine {

    private static final int JDK = 25;
    private static final double GB = 1e9;
    private static final double LITTLE = 5 * GB;
    private static final double TOO_LITTLE = 1 * GB;

    private Machine() {}

    static List<Finding> look(TaskledgerSettings settings) {
        var findings = new ArrayList<Finding>();
        var version = Runtime.version();
        findings.add(
                version.feature() == JDK
                        ? Finding.ok("JDK", "Java " + version)
                        : Finding.warn("JDK", "Java " + version + "; this release is made and tested with " + JDK));
        findings.add(folder("data folder", settings.data(), Setting.DATA));
        Stream.concat(
                        Stream.of("keys", "postgres", "files", "mail", "logs").map(settings.data()::resolve),
                        Stream.of(settings.backups().folder()))
                .filter(Files::isDirectory)
                .flatMap(folder -> rights(folder, "rwx------", "700").stream())
                .forEach(findings::add);
        secrets(settings)
                .flatMap(file -> rights(file, "rw-------", "600").stream())
                .forEach(findings::add);
        CopiesBeside.leftOver(settings)
                .forEach(folder -> findings.add(Finding.warn(
                        "left over", folder + " holds a whole database that nobody uses: remove it when all is well")));
        findings.add(room("disk of the data", settings.data(), Setting.DATA));
        findings.add(room("disk of the backups", settings.backups().folder(), Setting.BACKUPS));
        return findings;
    }

    private static Finding folder(String about, Path folder, Setting setting) {
        if (!Files.isDirectory(folder)) {
            return Finding.warn(about, folder + " is not there yet: the first start makes it")
                    .change(setting);
        }
        return Files.isWritable(folder)
                ? Finding.ok(about, folder.toString())
                : Finding.fail(about, folder + " cannot be written").change(setting);
    }

    /** Files that hold secrets, of those that are there: keys, who was erased, passwords of the database, settings. */
    private static Stream<Path> secrets(TaskledgerSettings settings) {
        var postgres = Database.folder(settings);
        return Stream.concat(
                        in(settings.data().resolve("keys")).stream(),
                        Stream.concat(
                                Stream.of(postgres.resolve("password"), postgres.resolve("passwords")),
                                settingsFile().stream()))
                .filter(Files::isRegularFile);
    }

    /** Empty where nothing secret is set there. */
    private static Optional<Path> settingsFile() {
        var home = Path.of(System.getProperty("taskledger.home", ""));
        return TaskledgerSettings.lines(Map.of(), home).stream().anyMatch(line -> line.startsWith("#"))
                ? Optional.of(home.resolve(".env"))
                : Optional.empty();
    }

    private static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Empty where nobody but its owner may do anything with it, as it should be. */
    private static Optional<Finding> rights(Path path, String most, String mode) {
        try {
            var rights = Files.getPosixFilePermissions(path);
            return PosixFilePermissions.fromString(most).containsAll(rights)
                    ? Optional.empty()
                    : Optional.of(Finding.warn(
                            "rights",
                            path + " is open to others (" + PosixFilePermissions.toString(rights) + "): chmod " + mode
                                    + " it"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.of(Finding.warn("rights", "those of " + path + " cannot be read"));
        }
    }

    static Finding room(String about, Path wanted, Setting setting) {
        var folder = wanted;
        while (!Files.isDirectory(folder)) {
            folder = folder.resolveSibling("..").normalize();
        }
        try {
            return room(about, Files.getFileStore(folder).getUsableSpace(), setting);
        } catch (IOException unknown) {
            return Finding.warn(about, "the room on it cannot be told").change(setting);
        }
    }

    static Finding room(String about, long free, Setting setting) {
        var says = String.format(Locale.ROOT, "%,.1f GB free", free / GB);
        if (free < TOO_LITTLE) {
            return Finding.fail(about, says + ": make room, or nothing can be written soon")
                    .change(setting);
        }
        return free < LITTLE ? Finding.warn(about, says).change(setting) : Finding.ok(about, says);
    }
}
