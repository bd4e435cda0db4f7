package io.taskledger.query.rebuild;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.taskledger.query.projection.ColumnType;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's binary COPY format (manual, "COPY", section "Binary Format"), collected in memory. */
final class CopyBinary {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TEXT_OID = 25;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    void begin() throws IOException {
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    void row(int columns) throws IOException {
        out.writeShort(columns);
    }

    void end() throws IOException {
        out.writeShort(-1);
    }

    int size() {
        return bytes.size();
    }

    /** What was collected since the last call. */
    byte[] take() {
        var taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }

    void value(ColumnType type, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        switch (type) {
            case TEXT -> text((String) value);
            case SMALLINT -> {
                out.writeInt(2);
                out.writeShort((Short) value);
            }
            case BIGINT -> number((Long) value);
            case BOOLEAN -> {
                out.writeInt(1);
                out.writeBoolean((Boolean) value);
            }
            case DATE -> {
                out.writeInt(4);
                out.writeInt((int) ChronoUnit.DAYS.between(EPOCH_DAY, (LocalDate) value));
            }
            case TIME -> number(((LocalTime) value).toNanoOfDay() / 1_000);
            case TIMESTAMPTZ -> number(EPOCH.until((Instant) value, ChronoUnit.MICROS));
            case TEXT_ARRAY -> array((List<?>) value);
        }
    }

    private void number(long value) throws IOException {
        out.writeInt(8);
        out.writeLong(value);
    }

    private void text(String value) throws IOException {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    /** One dimension that begins at 1, without nulls; an empty array has no dimension. */
    private void array(List<?> values) throws IOException {
        var encoded = values.stream()
                .map(value -> ((String) value).getBytes(StandardCharsets.UTF_8))
                .toList();
        var empty = encoded.isEmpty();
        out.writeInt((empty ? 12 : 20)
                + encoded.stream().mapToInt(one -> 4 + one.length).sum());
        out.writeInt(empty ? 0 : 1);
        out.writeInt(0);
        out.writeInt(TEXT_OID);
        if (!empty) {
            out.writeInt(encoded.size());
            out.writeInt(1);
        }
        for (var one : encoded) {
            out.writeInt(one.length);
            out.write(one);
        }
    }
}
