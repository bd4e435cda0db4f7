package io.taskledger.ledger.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.taskledger.ledger.LedgerDigest;
import io.taskledger.ledger.LedgerRow;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Write, read: the same. Cut off, altered: recognised. Cut off, carried on with: as if it had never been cut off. */
class LedgerFileTest {

    private static final LedgerLine.KeyDerivation DERIVATION =
            new LedgerLine.KeyDerivation("argon2id", 64, 1, 1, new byte[] {1, 2}, new byte[] {3});
    private static final LedgerLine.Erased ERASED = new LedgerLine.Erased("user-1");

    @Property
    void what_was_written_is_read(@ForAll("ledgers") List<LedgerRow> rows) throws IOException {
        var file = written(rows);
        var read = new ArrayList<LedgerLine>();
        var whole = LedgerFileReader.read(in(file), _ -> new Plain(), read::add);

        assertThat(whole.end().events()).isEqualTo(rows.size());
        assertThat(whole.end().digest()).isEqualTo(digest(rows));
        assertThat(read.getLast()).isEqualTo(ERASED);
        assertThat(read.stream().limit(rows.size()).map(line -> ((LedgerLine.Event) line).row()))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(rows);
    }

    @Property
    void a_file_that_is_cut_off_anywhere_is_recognised(
            @ForAll("ledgers") List<LedgerRow> rows, @ForAll @DoubleRange(max = 1, maxIncluded = false) double share) {
        var file = written(rows);
        var cut = Arrays.copyOf(file, (int) (file.length * share));

        assertThatThrownBy(() -> LedgerFileReader.read(in(cut), _ -> new Plain(), _ -> {}))
                .isInstanceOf(NoLedgerFile.class);
    }

    @Property
    void a_file_with_another_byte_anywhere_is_recognised(
            @ForAll("ledgers") List<LedgerRow> rows,
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double share,
            @ForAll @IntRange(min = 1, max = 255) int flip) {
        var file = written(rows);
        file[(int) (file.length * share)] ^= (byte) flip;

        assertThatThrownBy(() -> LedgerFileReader.read(in(file), _ -> new Plain(), _ -> {}))
                .isInstanceOf(NoLedgerFile.class);
    }

    @Property
    void what_was_cut_off_is_carried_on_with_to_the_same_file(
            @ForAll("ledgers") List<LedgerRow> rows, @ForAll @DoubleRange(max = 1, maxIncluded = false) double share)
            throws IOException {
        var whole = written(rows);
        var path = Files.createTempFile("ledger", ".jsonl");
        try {
            Files.write(path, Arrays.copyOf(whole, (int) (whole.length * share)));
            var unfinished = UnfinishedFile.find(path);
            if (unfinished.isEmpty()) {
                assertThat((int) (whole.length * share)).isLessThanOrEqualTo(firstLine(whole));
                return;
            }
            try (var going = unfinished.get().goOn(new Plain())) {
                for (var row : rows) {
                    if (row.position() > going.after()) {
                        going.writer().event(row);
                    }
                }
                going.writer().other(ERASED);
                going.writer().end();
            }
            assertThat(Files.readAllBytes(path)).isEqualTo(whole);
        } finally {
            Files.delete(path);
        }
    }

    @Example
    void a_complete_file_and_another_kind_of_file_are_left_alone() throws IOException {
        var path = Files.createTempFile("ledger", ".jsonl");
        try {
            Files.write(path, written(List.of()));
            assertThatThrownBy(() -> UnfinishedFile.find(path)).hasMessageContaining("is complete already");

            for (var other : List.of("Dear diary", "{\"taskledger\":\"board\"}\n", "\n")) {
                Files.writeString(path, other);
                assertThatThrownBy(() -> UnfinishedFile.find(path)).isInstanceOf(NoLedgerFile.class);
                assertThat(Files.readString(path)).isEqualTo(other);
            }
        } finally {
            Files.delete(path);
        }
    }

    private static int firstLine(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf('\n');
    }

    private static byte[] written(List<LedgerRow> rows) {
        try {
            var out = new ByteArrayOutputStream();
            var writer = new LedgerFileWriter(out, new Plain());
            writer.header(new LedgerLine.Header(1, 1_000, DERIVATION));
            for (var row : rows) {
                writer.event(row);
            }
            writer.other(ERASED);
            writer.end();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String digest(List<LedgerRow> rows) {
        var digest = new LedgerDigest();
        rows.forEach(digest::add);
        return digest.hex();
    }

    private static ByteArrayInputStream in(byte[] file) {
        return new ByteArrayInputStream(file);
    }

    @Provide
    Arbitrary<List<LedgerRow>> ledgers() {
        var texts = Arbitraries.strings()
                .ofMaxLength(30)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        var payloads = Arbitraries.oneOf(
                texts.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(30));
        var times = Arbitraries.longs()
                .between(-60_000_000_000_000_000L, 200_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        var row = Combinators.combine(Arbitraries.longs().between(1, 9), texts, times, payloads)
                .as((step, text, time, payload) -> new LedgerRow(
                        step,
                        text.isEmpty() ? null : text,
                        text.isEmpty() ? null : step,
                        text.isEmpty() ? null : "task",
                        "task." + text,
                        step > 5 ? null : "1",
                        new UUID(step, text.hashCode()),
                        time,
                        time,
                        payload,
                        payload));
        return row.list().ofMaxSize(12).map(LedgerFileTest::inOrder);
    }

    /** Positions with gaps. */
    private static List<LedgerRow> inOrder(List<LedgerRow> steps) {
        var rows = new ArrayList<LedgerRow>();
        var position = 0L;
        for (var row : steps) {
            position += row.position();
            rows.add(new LedgerRow(
                    position,
                    row.streamId(),
                    row.sequenceNumber(),
                    row.streamType(),
                    row.type(),
                    row.revision(),
                    row.eventId(),
                    row.happenedAt(),
                    row.recordedAt(),
                    row.payload(),
                    row.metadata()));
        }
        return rows;
    }

    private static final class Plain implements Authenticity {

        private final MessageDigest sha256 = LedgerDigest.sha256();

        @Override
        public void update(byte[] bytes) {
            sha256.update(bytes);
        }

        @Override
        public byte[] code() {
            return sha256.digest();
        }
    }
}
