package io.taskledger.postgres;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * The log of one server's data, kept outside of them. PostgreSQL's own {@code basic_archive} puts each full segment here:
 * under another name first, flushed, then renamed, and never over one that says something else. {@link #pack} then makes
 * it small, in the same way.
 *
 * @param folder of one life of one server's data: neither a database made anew nor one that was brought back meets the log
 *     of another
 */
public record WalArchive(Path folder) {

    private static final Pattern HISTORY = Pattern.compile("[0-9A-F]{8}\\.history");
    private static final Pattern OURS =
            Pattern.compile("[0-9A-F]{24}(\\.[0-9A-F]{8}\\.backup|\\.partial)?|[0-9A-F]{8}\\.history");
    private static final Object PACKING = new Object();
    private static final String TEMPORARY = "archtemp.";
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** The one of that name within a folder of archives. */
    public static WalArchive of(Path archives, String name) {
        return new WalArchive(archives.resolve(name));
    }

    /** That of a server's folder: called as what is kept there, else as {@code initdb} called the data. */
    static WalArchive prepared(Path archives, PostgresFolder home) throws IOException {
        String name = Files.exists(home.archiveName())
                ? Files.readString(home.archiveName()).strip()
                : SystemIdentifier.of(home.data());
        WalArchive archive = of(archives.toAbsolutePath().normalize(), name);
        for (Path made : List.of(archives.resolveSibling(""), archives, archive.folder())) {
            if (!Files.isDirectory(made)) {
                OwnerOnly.folder(made);
            }
        }
        return archive;
    }

    /** What it is called in its folder of archives. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** @param most after so long a segment is archived though it is not full */
    Map<String, String> settings(Duration most) {
        return Map.of(
                "archive_mode",
                "on",
                "archive_library",
                "basic_archive",
                "basic_archive.archive_directory",
                folder.toString(),
                "archive_timeout",
                most.toSeconds() + "s");
    }

    /** Names of the segments, of whatever timeline, in their order. */
    public NavigableSet<String> segments() throws IOException {
        NavigableSet<String> segments = new TreeSet<>();
        for (Path file : files()) {
            String name = PackedFile.name(file);
            if (WalSegment.is(name)) {
                segments.add(name);
            }
        }
        return segments;
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /**
     * Packs what came since, and removes what a killed server left half made. What is here already is compared.
     *
     * @return names that came twice with different contents: those are left as they came
     */
    public List<String> pack() throws IOException {
        // A backup packs too, beside the round that always does; one product at a time uses a folder.
        synchronized (PACKING) {
            List<String> differing = new ArrayList<>();
            for (Path file : files()) {
                String name = file.getFileName().toString();
                if (name.equals(PackedFile.name(file)) && !pack(file)) {
                    differing.add(name);
                }
            }
            removeAbandoned();
            return differing;
        }
    }

    /** False where another one of that name is here. */
    private boolean pack(Path file) throws IOException {
        Path packed = PackedFile.of(file);
        try {
            if (Files.exists(packed) && !PackedFile.isSame(file, packed)) {
                return false;
            }
        } catch (EOFException | ZipException damaged) {
            Files.delete(packed); // what came again is whole
        }
        if (!Files.exists(packed)) {
            PackedFile.make(file, packed);
        }
        Files.deleteIfExists(file);
        return true;
    }

    private void removeAbandoned() throws IOException {
        FileTime before = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                folder, file -> file.getFileName().toString().startsWith(TEMPORARY))) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).compareTo(before) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Reads a file of the archive to its end, which throws where it is cut off or damaged. */
    public long check(String name) throws IOException {
        Path file = find(name).orElseThrow(() -> new IOException(name + " is not in the archive"));
        try (InputStream in = PackedFile.reading(file)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * The first segment that is missing before the last one that is there.
     *
     * @param from where to begin; on its timeline or one that came of it
     */
    public Optional<String> gapAfter(String from) throws IOException {
        NavigableSet<Long> numbers = new TreeSet<>();
        for (String segment : segments()) {
            numbers.add(WalSegment.number(segment));
        }
        long first = WalSegment.number(from);
        for (long number = first; numbers.isEmpty() || number <= numbers.last(); number++) {
            if (!numbers.contains(number)) {
                return Optional.of(WalSegment.name(WalSegment.timeline(from), number));
            }
        }
        return numbers.contains(first) ? Optional.empty() : Optional.of(from);
    }

    /** Puts the log from a segment on, and all histories of timelines, where recovery looks for them. */
    void unpackInto(Path wal, String from) throws IOException {
        long first = WalSegment.number(from);
        for (Path file : files()) {
            String name = PackedFile.name(file);
            boolean wanted =
                    HISTORY.matcher(name).matches() || (WalSegment.is(name) && WalSegment.number(name) >= first);
            if (wanted && !Files.exists(wal.resolve(name))) {
                try (InputStream in = PackedFile.reading(file);
                        FileChannel channel = OwnerOnly.open(wal.resolve(name))) {
                    in.transferTo(Channels.newOutputStream(channel));
                } catch (EOFException | ZipException damaged) {
                    throw new PostgresUnavailable(
                            "The log " + file
                                    + " is damaged. Without it only what came before can be brought back: move it away for that");
                }
            }
        }
    }

    /** Removes segments that come before this one; histories stay. */
    public void removeBefore(String segment) throws IOException {
        for (Path file : files()) {
            String name = PackedFile.name(file);
            if (!HISTORY.matcher(name).matches() && WalSegment.number(name) < WalSegment.number(segment)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** With its packed form preferred where both are there. */
    private Optional<Path> find(String name) {
        Path packed = PackedFile.of(folder.resolve(name));
        if (Files.exists(packed)) {
            return Optional.of(packed);
        }
        return Optional.of(folder.resolve(name)).filter(Files::exists);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                folder, file -> OURS.matcher(PackedFile.name(file)).matches())) {
            List<Path> files = new ArrayList<>();
            all.forEach(files::add);
            files.sort(null);
            return files;
        }
    }
}
