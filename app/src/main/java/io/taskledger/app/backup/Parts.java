package io.taskledger.app.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.taskledger.app.backup.Manifest.Part;
import io.taskledger.ledger.LedgerDigest;
import io.taskledger.postgres.QuickGzip;

/** The packed files of one backup. */
final class Parts {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final List<Part> written = new ArrayList<>();

    /** @param folder of the backup */
    Parts(Path folder) {
        this.folder = folder;
    }

    /** Writes something. */
    @FunctionalInterface
    interface Writing<X extends Exception> {
        void to(OutputStream out) throws IOException, X;
    }

    /** Packs what is written. */
    <X extends Exception> void add(String path, Writing<X> writing) throws IOException, X {
        var file = folder.resolve(path + ".gz");
        Private.folders(file.resolveSibling(""));
        var sha256 = LedgerDigest.sha256();
        try (var channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Private.file(folder))) {
            var packing = new QuickGzip(new DigestOutputStream(Channels.newOutputStream(channel), sha256));
            writing.to(packing);
            packing.finish();
            written.add(new Part(path + ".gz", channel.size(), HexFormat.of().formatHex(sha256.digest())));
        }
    }

    /** What was written is on the disk when this returns: all at once, since one by one each would wait its turn. */
    void force() throws IOException {
        try {
            written.parallelStream().forEach(part -> {
                try (var channel = FileChannel.open(folder.resolve(part.path()), StandardOpenOption.READ)) {
                    channel.force(true);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    List<Part> written() {
        return List.copyOf(written);
    }

    /** What was packed, without a look at its digest. */
    InputStream open(String path) throws IOException {
        return new GZIPInputStream(Files.newInputStream(folder.resolve(path + ".gz")), BUFFER);
    }

    /**
     * Reads a file to its end, packed and unpacked.
     *
     * @throws BackupRefused where it is not what was written
     */
    void check(Part part) throws IOException {
        unpack(part, OutputStream.nullOutputStream());
    }

    /**
     * Writes what was packed.
     *
     * @throws BackupRefused where it is not what was written; some of it may have been by then
     */
    void unpack(Part part, OutputStream out) throws IOException {
        var file = folder.resolve(part.path());
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused(file + " is missing.");
        }
        var sha256 = LedgerDigest.sha256();
        try (var packed = new DigestInputStream(Files.newInputStream(file), sha256);
                var in = new GZIPInputStream(packed, BUFFER)) {
            in.transferTo(out);
            packed.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException | ZipException cut) {
            throw damaged(file);
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(part.sha256())) {
            throw damaged(file);
        }
    }

    private static BackupRefused damaged(Path file) {
        return new BackupRefused(file + " is damaged: it is not what was written.");
    }

    /** Of all there is to read; closes it. */
    static String sha256(InputStream content) throws IOException {
        MessageDigest sha256 = LedgerDigest.sha256();
        try (content;
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            content.transferTo(out);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
