package io.taskledger.exchange.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes characters on as long as no record has too many cells, so that nobody has to hold a million of them to find out.
 * A delimiter within quotes is none, nor is a line's end (RFC 4180 §2.6).
 */
final class RecordLimit extends FilterReader {

    /** A record has more cells than any table of tasks. */
    static final class Exceeded extends IOException {
        Exceeded(long line) {
            super("more than " + Table.MOST_COLUMNS + " cells in line " + line);
        }
    }

    private final char delimiter;
    private boolean quoted;
    private int delimiters;
    private long line = 1;

    RecordLimit(Reader source, char delimiter) {
        super(source);
        this.delimiter = delimiter;
    }

    @Override
    public int read() throws IOException {
        var single = new char[1];
        return read(single, 0, 1) < 0 ? -1 : single[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        for (var at = offset; at < offset + count; at++) {
            pass(buffer[at]);
        }
        return count;
    }

    private void pass(char character) throws Exceeded {
        if (character == '"') {
            quoted = !quoted;
        } else if (character == '\n') {
            line++;
            delimiters = quoted ? delimiters : 0;
        } else if (character == delimiter && !quoted && ++delimiters >= Table.MOST_COLUMNS) {
            throw new Exceeded(line);
        }
    }
}
