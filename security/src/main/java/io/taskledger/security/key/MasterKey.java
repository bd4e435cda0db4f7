package io.taskledger.security.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.taskledger.security.SecuritySettings;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Reads and makes the one key that every other key is derived from. */
final class MasterKey {

    static final String FILE = "master.key";

    private static final int BYTES = 32;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private MasterKey() {}

    /**
     * The key of the settings, else of the file.
     *
     * @throws KeyFault where it is malformed, or others can read the file
     */
    static Optional<byte[]> find(SecuritySettings settings) {
        if (settings.masterKey() != null) {
            return Optional.of(parse(settings.masterKey(), "the master key in the settings"));
        }
        var file = file(settings);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Makes a key and keeps it in the folder: there is none yet. */
    static byte[] make(SecuritySettings settings) {
        return make(file(settings));
    }

    private static byte[] make(Path file) {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            write(file, HexFormat.of().formatHex(key) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("the master key cannot be kept in " + file, failed);
        }
        return key;
    }

    /** The key that is there, of a rotation that did not get far, say. */
    static byte[] readOrMake(Path file) {
        return Files.exists(file) ? read(file) : make(file);
    }

    /** Where the next key waits during a rotation. */
    static Path next(SecuritySettings settings) {
        return settings.keysFolder().resolve(FILE + ".next");
    }

    static Optional<byte[]> findNext(SecuritySettings settings) {
        return Files.exists(next(settings)) ? Optional.of(read(next(settings))) : Optional.empty();
    }

    /**
     * The key that waits becomes the key, in one step; the old one is kept aside, for backups from before.
     *
     * @return where the old one is kept
     */
    static Path replaceByNext(SecuritySettings settings, Instant at) {
        var file = file(settings);
        var before = settings.keysFolder().resolve(FILE + ".until-" + TIME.format(at));
        try {
            if (Files.exists(file)) {
                Files.copy(file, before, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(next(settings), file, StandardCopyOption.ATOMIC_MOVE);
            return before;
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "the new master key waits in " + next(settings) + " and cannot be moved", failed);
        }
    }

    static Path file(SecuritySettings settings) {
        return settings.keysFolder().resolve(FILE);
    }

    /** @param where names the key in the error, which never shows the key itself */
    static byte[] parse(String text, String where) {
        return decode(text.strip())
                .filter(bytes -> bytes.length == BYTES)
                .orElseThrow(() -> new KeyFault(where + " is malformed: " + BYTES
                        + " bytes are wanted, as 64 hex digits or as Base64 (`openssl rand -hex 32` makes one)"));
    }

    private static Optional<byte[]> decode(String text) {
        try {
            var hex = text.length() == 2 * BYTES;
            return Optional.of(hex ? HexFormat.of().parseHex(text) : base64(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    }

    private static byte[] read(Path file) {
        try {
            if (OwnerOnly.knownTo(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new KeyFault(file + " can be read by others: chmod 600 it");
            }
            return parse(Files.readString(file, US_ASCII), file.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException("the master key in " + file + " cannot be read", failed);
        }
    }

    /** Under another name first: a crash half-way must not leave half a key. */
    private static void write(Path file, String text) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder, OwnerOnly.folder(folder));
        var unfinished = Files.createTempFile(folder, FILE, ".new", OwnerOnly.file(folder));
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        // The name has to outlive a loss of power too: what is sealed from now on is lost without the key.
        try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }
}
