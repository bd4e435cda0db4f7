package io.taskledger.ledger.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

import io.taskledger.ledger.LedgerDigest;
import io.taskledger.ledger.LedgerRow;

/** Reads a ledger's file, line by line, and holds it to what it says of itself. Keeps none of it. */
public final class LedgerFileReader {

    private LedgerFileReader() {}

    /** Opens a file's lines once its header is known. */
    @FunctionalInterface
    public interface Opening<X extends Exception> {
        Authenticity with(LedgerLine.Header header) throws X;
    }

    /** Is given each line between the header and the end. */
    @FunctionalInterface
    public interface Each<X extends Exception> {
        void line(LedgerLine line) throws X;
    }

    /**
     * What a file holds.
     *
     * @param header its first line
     * @param end its last line
     */
    public record Whole(LedgerLine.Header header, LedgerLine.End end) {}

    /**
     * Reads it to the end. What {@code each} was given is only to be believed once this has returned.
     *
     * @throws NoLedgerFile where it is none, is cut off, or was altered
     */
    public static <X extends Exception, Y extends Exception> Whole read(
            InputStream in, Opening<X> opening, Each<Y> each) throws IOException, X, Y {
        Lines lines = new Lines(in);
        byte[] first = lines.next().orElseThrow(() -> none(lines));
        LedgerLine.Header header = header(first);
        Authenticity authenticity = opening.with(header);
        authenticity.update(first);
        authenticity.update(LedgerFileWriter.END_OF_LINE);
        Held held = new Held(header);
        while (true) {
            byte[] bytes = lines.next().orElseThrow(() -> NoLedgerFile.cutOff(lines.number()));
            LedgerLine line = LineForm.parse(bytes, lines.number());
            if (line instanceof LedgerLine.End end) {
                held.require(end, authenticity.code());
                if (lines.next().isPresent() || lines.cut()) {
                    throw new NoLedgerFile("was altered: something stands behind its end.");
                }
                return new Whole(header, end);
            }
            authenticity.update(bytes);
            authenticity.update(LedgerFileWriter.END_OF_LINE);
            held.take(line, lines.number());
            each.line(line);
        }
    }

    static LedgerLine.Header header(byte[] line) throws NoLedgerFile {
        if (startsWith(line, LineForm.BEGINNING) && LineForm.parse(line, 1) instanceof LedgerLine.Header header) {
            return header;
        }
        throw new NoLedgerFile("is no export of a ledger.");
    }

    /** Whether the bytes begin with a text of ASCII. */
    static boolean startsWith(byte[] bytes, String beginning) {
        byte[] wanted = beginning.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static NoLedgerFile none(Lines lines) {
        return lines.cut() ? new NoLedgerFile("is no export of a ledger.") : new NoLedgerFile("is empty.");
    }

    /** What has been read so far, to hold the end to. */
    private static final class Held {

        private final LedgerLine.Header header;
        private final LedgerDigest digest = new LedgerDigest();
        private long position;
        private long events;
        private long others;

        Held(LedgerLine.Header header) {
            this.header = header;
            this.position = header.from() - 1;
        }

        void take(LedgerLine line, long number) throws NoLedgerFile {
            switch (line) {
                case LedgerLine.Event(LedgerRow row) -> {
                    if (row.position() <= position || row.position() > header.upTo() || others > 0) {
                        throw NoLedgerFile.altered(number);
                    }
                    position = row.position();
                    digest.add(row);
                    events++;
                }
                case LedgerLine.Header _ -> throw NoLedgerFile.altered(number);
                default -> others++;
            }
        }

        void require(LedgerLine.End end, byte[] code) throws NoLedgerFile {
            if (end.events() != events
                    || end.others() != others
                    || !end.digest().equals(digest.hex())
                    || !MessageDigest.isEqual(end.code(), code)) {
                throw new NoLedgerFile("was altered: it does not hold what its last line says.");
            }
        }
    }
}
