package io.taskledger.ledger.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

import io.taskledger.ledger.LedgerDigest;
import io.taskledger.ledger.LedgerRow;

/**
 * A ledger's file whose writing was cut short. Its header and whole events stay; what comes behind them is written again,
 * the keys above all, since one may have been erased meanwhile.
 */
public final class UnfinishedFile {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final LedgerLine.Header header;

    private UnfinishedFile(Path file, LedgerLine.Header header) {
        this.file = file;
        this.header = header;
    }

    /**
     * What there is of a file; empty where it has no whole line yet.
     *
     * @throws NoLedgerFile where it is another kind of file, or is complete
     */
    public static Optional<UnfinishedFile> find(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Lines lines = new Lines(in);
            Optional<byte[]> first = lines.next();
            if (first.isEmpty()) {
                if (lines.cut() && !isBeginning(file)) {
                    throw new NoLedgerFile("is there already, and is no export of a ledger.");
                }
                return Optional.empty();
            }
            LedgerLine.Header header = LedgerFileReader.header(first.get());
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (isEnd(line.get())) {
                    throw new NoLedgerFile("is complete already, up to position " + header.upTo()
                            + "; for what came later export to another file, with --from " + (header.upTo() + 1) + ".");
                }
            }
            return Optional.of(new UnfinishedFile(file, header));
        }
    }

    public LedgerLine.Header header() {
        return header;
    }

    /**
     * What goes on with a file.
     *
     * @param after the position of the last event that stands in it; before the first one where none does
     */
    public record GoingOn(LedgerFileWriter writer, OutputStream out, long after) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /**
     * Cuts off what is not to stay, and takes the rest as written.
     *
     * @throws NoLedgerFile where an event's line is not as it was written
     */
    public GoingOn goOn(Authenticity authenticity) throws IOException {
        LedgerDigest digest = new LedgerDigest();
        long kept = 0;
        long events = 0;
        long after = header.from() - 1;
        try (InputStream in = Files.newInputStream(file)) {
            Lines lines = new Lines(in);
            for (Optional<byte[]> bytes = lines.next(); bytes.isPresent(); bytes = lines.next()) {
                LedgerLine line = LineForm.parse(bytes.get(), lines.number());
                if (line instanceof LedgerLine.Event(LedgerRow row)) {
                    if (row.position() <= after) {
                        throw NoLedgerFile.altered(lines.number());
                    }
                    digest.add(row);
                    after = row.position();
                    events++;
                } else if (lines.number() > 1) {
                    break;
                }
                authenticity.update(bytes.get());
                authenticity.update(LedgerFileWriter.END_OF_LINE);
                kept = lines.offset();
            }
        }
        OutputStream out = behind(kept);
        return new GoingOn(new LedgerFileWriter(out, authenticity, digest, events), out, after);
    }

    private OutputStream behind(long kept) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(kept).position(kept);
        return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    private static boolean isEnd(byte[] line) {
        return LedgerFileReader.startsWith(line, "{\"end\":");
    }

    private static boolean isBeginning(Path file) throws IOException {
        byte[] beginning = LineForm.BEGINNING.getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(beginning.length);
            return Arrays.equals(bytes, 0, bytes.length, beginning, 0, bytes.length);
        }
    }
}
