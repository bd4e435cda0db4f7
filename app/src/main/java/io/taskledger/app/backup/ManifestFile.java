package io.taskledger.app.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import io.taskledger.ledger.LedgerDigest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A manifest in its backup's folder, and beside it its digest as {@code sha256sum} writes one. */
final class ManifestFile {

    private static final String NAME = "manifest.json";
    private static final String DIGEST = NAME + ".sha256";
    private static final JsonMapper JSON = JsonMapper.shared();

    private ManifestFile() {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    static void write(Path folder, Manifest manifest) throws IOException {
        var json = JSON.writeValueAsBytes(manifest);
        write(folder.resolve(DIGEST), digestLine(json).getBytes(StandardCharsets.US_ASCII));
        write(folder.resolve(NAME), json);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Private.file(file.resolveSibling("")))) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static String digestLine(byte[] json) {
        return HexFormat.of().formatHex(LedgerDigest.sha256().digest(json)) + "  " + NAME + "\n";
    }

    /**
     * Reads one; without its digest, too, since the first backups have none.
     *
     * @throws BackupRefused where it is not what was written, or a later product wrote it
     */
    static Manifest read(Path folder) throws IOException {
        var json = Files.readAllBytes(folder.resolve(NAME));
        var digest = folder.resolve(DIGEST);
        if (Files.exists(digest)
                && !Files.readString(digest, StandardCharsets.ISO_8859_1).equals(digestLine(json))) {
            throw damaged(folder);
        }
        try {
            var manifest =
                    Optional.ofNullable(JSON.readValue(json, Manifest.class)).orElseThrow(() -> damaged(folder));
            if (manifest.form() > Manifest.FORM) {
                throw new BackupRefused(folder + " was made by a newer Taskledger (" + manifest.product() + ").");
            }
            if (!manifest.id().equals(folder.getFileName().toString())) {
                throw damaged(folder);
            }
            return manifest;
        } catch (JacksonException unreadable) {
            throw damaged(folder);
        }
    }

    private static BackupRefused damaged(Path folder) {
        return new BackupRefused(folder.resolve(NAME)
                + " is damaged: it is not what was written. Move the backup away to do without it.");
    }
}
