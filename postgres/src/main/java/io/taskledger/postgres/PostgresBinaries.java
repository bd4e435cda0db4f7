package io.taskledger.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the class path to the user's cache and shared by all later starts. */
record PostgresBinaries(Path home) {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String COMPLETE = "complete";

    /** The unpacked programs in the user's cache (XDG Base Directory Specification); unpacks them where needed. */
    static PostgresBinaries unpacked() {
        return unpackedIn(cache(System.getenv(), System.getProperty("user.home")));
    }

    /** One thread at a time: a file lock keeps other processes out, not other threads. */
    static synchronized PostgresBinaries unpackedIn(Path cache) {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path home = cache.resolve("postgres-" + version() + "-" + platform);
        try {
            if (!isComplete(home)) {
                OwnerOnly.folder(cache);
                try (FileChannel channel = OwnerOnly.open(cache.resolve("unpacking"));
                        FileLock lock = channel.lock()) {
                    if (lock.isValid() && !isComplete(home)) {
                        unpack(platform, cache, home);
                    }
                }
            }
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "PostgreSQL could not be unpacked to " + home + " (" + e
                            + "): make room or access there, or set XDG_CACHE_HOME to another folder",
                    e);
        }
        return new PostgresBinaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static Path cache(Map<String, String> environment, String userHome) {
        Path xdg = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        // The specification has relative paths ignored.
        Path base = xdg.isAbsolute() ? xdg : Path.of(userHome, ".cache");
        return base.resolve("taskledger");
    }

    static String platform(String os, String architecture) {
        String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : os.toLowerCase(Locale.ROOT);
        String processor = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture;
        };
        return system + "-" + processor;
    }

    private static String version() {
        Properties build = new Properties();
        try (InputStream file = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
            if (file == null) {
                throw new PostgresUnavailable("This build is broken: binaries.properties is not in it");
            }
            build.load(file);
        } catch (IOException e) {
            throw new PostgresUnavailable("This build is broken: binaries.properties cannot be read", e);
        }
        return build.getProperty("version");
    }

    private static boolean isComplete(Path home) throws IOException {
        Path mark = home.resolve(COMPLETE);
        return Files.isRegularFile(mark) && Files.readString(mark).equals(contents(home));
    }

    /** What a cleaner of caches may have thinned out since. */
    private static String contents(Path home) throws IOException {
        StringBuilder contents = new StringBuilder();
        for (String part : List.of("bin", "lib", "share")) {
            Path folder = home.resolve(part);
            contents.append(part).append(' ');
            contents.append(Files.isDirectory(folder) ? new FolderTree(folder).extent() : "missing");
            contents.append('\n');
        }
        return contents.toString();
    }

    private static void unpack(String platform, Path cache, Path home) throws IOException {
        log.info("Unpacking PostgreSQL {} to {} (once)", version(), home);
        Path fresh = Files.createTempDirectory(cache, "unpacking-");
        try {
            try (TarArchiveInputStream archive = open(platform)) {
                TarArchiveEntry entry = archive.getNextEntry();
                while (entry != null) {
                    write(archive, entry, fresh);
                    entry = archive.getNextEntry();
                }
            }
            Files.writeString(fresh.resolve(COMPLETE), contents(fresh));
            new FolderTree(home).delete();
            OwnerOnly.move(fresh, home);
        } finally {
            new FolderTree(fresh).delete();
        }
    }

    private static TarArchiveInputStream open(String platform) throws IOException {
        String name = "/postgres-" + platform + ".txz";
        InputStream packed = PostgresBinaries.class.getResourceAsStream(name);
        if (packed == null) {
            throw new PostgresUnavailable("This build has no PostgreSQL for " + platform
                    + ": build with the profile of this platform (postgres/pom.xml),"
                    + " or set TASKLEDGER_DATABASE_URL to a PostgreSQL of your own");
        }
        return new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)));
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("an entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, true)) {
            throw new IOException("cannot be made executable: " + target);
        }
    }
}
