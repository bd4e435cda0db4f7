package io.taskledger.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.taskledger.exchange.SizeLimit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A CSV file's cells (RFC 4180), UTF-8 with or without a byte order mark, between commas, semicolons or tabs.
 *
 * @param digest of the file's bytes: the same file again has the same
 * @param rows the header included; none of them blank, at least one
 */
record Table(String digest, List<Row> rows) {

    /** 16 MiB: a hundred thousand tasks with a few lines each. */
    static final long MOST_BYTES = 16L * 1024 * 1024;

    /** The header included. */
    static final int MOST_ROWS = 100_001;

    static final int MOST_COLUMNS = 100;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** @param line where it begins, from 1 */
    record Row(long line, List<String> cells) {}

    /** Reads to the end, and leaves the stream open. */
    static Table read(InputStream bytes) throws IOException, BadTable {
        byte[] content;
        try {
            content = new SizeLimit(bytes, MOST_BYTES).readAllBytes();
        } catch (SizeLimit.Exceeded beyond) {
            throw new BadTable("The file is too large: at most %d MB are read.".formatted(MOST_BYTES / 1024 / 1024));
        }
        var text = decoded(content);
        var rows = rows(text);
        if (rows.isEmpty()) {
            throw new BadTable("The file is empty.");
        }
        return new Table(digest(content), rows);
    }

    private static String decoded(byte[] content) throws BadTable {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new BadTable("The file's characters are not UTF-8: save it as \"CSV UTF-8\".");
        }
    }

    private static List<Row> rows(String text) throws BadTable {
        var delimiter = delimiter(text);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        var rows = new ArrayList<Row>();
        try (var parser = CSVParser.builder()
                .setReader(new RecordLimit(new StringReader(text), delimiter))
                .setFormat(format)
                .get()) {
            var records = parser.iterator();
            for (var line = 1L; records.hasNext(); line = parser.getCurrentLineNumber() + 1) {
                var row = new Row(line, records.next().stream().toList());
                if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row);
                }
                if (rows.size() > MOST_ROWS) {
                    throw new BadTable("The file is too long: at most %,d rows are read.".formatted(MOST_ROWS - 1));
                }
            }
            return rows;
        } catch (UncheckedIOException | IOException broken) {
            var cause = broken instanceof UncheckedIOException wrapped ? wrapped.getCause() : broken;
            throw cause instanceof RecordLimit.Exceeded
                    ? new BadTable("This is no table of tasks: " + cause.getMessage() + ".")
                    : new BadTable("This is no CSV file: " + (cause == null ? broken : cause).getMessage());
        }
    }

    /** Which of the three the first line has most of, outside of quotes. */
    private static char delimiter(String text) {
        var counts = new int[Character.MAX_VALUE + 1];
        var quoted = false;
        for (var at = 0; at < text.length() && (quoted || text.charAt(at) != '\n'); at++) {
            var character = text.charAt(at);
            quoted ^= character == '"';
            counts[character] += quoted ? 0 : 1;
        }
        return Stream.of(',', ';', '\t')
                .reduce((one, other) -> counts[other] > counts[one] ? other : one)
                .orElseThrow();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
