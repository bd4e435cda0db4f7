package io.taskledger.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * One SHA-256 (FIPS 180-4) over events in the order of their positions: two ledgers with the same digest hold the same.
 * Of each event goes in, in this order: position, stream, sequence number, type of the stream, type, revision, id, when it
 * happened, when it was recorded, payload, metadata. Numbers take 8 bytes, big-endian; times are microseconds since 1970;
 * texts (UTF-8) and bytes come behind their length, 4 bytes big-endian. Of what is null the length is -1, the number too.
 */
public final class LedgerDigest {

    private static final byte[] NOTHING =
            ByteBuffer.allocate(Integer.BYTES).putInt(-1).array();

    private final MessageDigest sha256 = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** The events must come in the order of their positions. */
    public void add(LedgerRow row) {
        add(row.position());
        add(row.streamId());
        add(row.sequenceNumber() == null ? -1 : row.sequenceNumber());
        add(row.streamType());
        add(row.type());
        add(row.revision());
        add(row.eventId().toString());
        add(micros(row.happenedAt()));
        add(micros(row.recordedAt()));
        add(row.payload());
        add(row.metadata());
    }

    /** 64 hex digits; nothing can be added any more. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private void add(long value) {
        sha256.update(number.clear().putLong(value).flip());
    }

    private void add(@Nullable String text) {
        if (text == null) {
            sha256.update(NOTHING);
        } else {
            add(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void add(byte[] bytes) {
        sha256.update(number.clear().putInt(bytes.length).flip());
        sha256.update(bytes);
    }
}
