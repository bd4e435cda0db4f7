package io.taskledger.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The small form of a file, beside it or in its place. */
final class PackedFile {

    private static final String PACKED = ".gz";
    private static final String HALF = ".half";
    private static final int BUFFER = 1 << 16;

    private PackedFile() {}

    /** Where the packed form of a file is. */
    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + PACKED);
    }

    /** What a file is called, packed or not. */
    static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    }

    /** There whole and on the disk, or not there. */
    static void make(Path file, Path packed) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + HALF);
        Files.deleteIfExists(half);
        try (FileChannel channel = OwnerOnly.open(half)) {
            QuickGzip out = new QuickGzip(Channels.newOutputStream(channel));
            Files.copy(file, out);
            out.finish();
            channel.force(true);
        }
        OwnerOnly.move(half, packed);
    }

    static boolean isSame(Path file, Path packed) throws IOException {
        try (InputStream one = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream other = unpacking(packed)) {
            byte[] ours = one.readNBytes(BUFFER);
            byte[] theirs = other.readNBytes(BUFFER);
            while (ours.length > 0 && Arrays.equals(ours, theirs)) {
                ours = one.readNBytes(BUFFER);
                theirs = other.readNBytes(BUFFER);
            }
            return ours.length == 0 && theirs.length == 0;
        }
    }

    /** Its contents, also of one that is packed just now. */
    static InputStream reading(Path file) throws IOException {
        if (file.getFileName().toString().endsWith(PACKED)) {
            return unpacking(file);
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException packed) {
            return unpacking(of(file));
        }
    }

    private static InputStream unpacking(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file), BUFFER);
    }
}
