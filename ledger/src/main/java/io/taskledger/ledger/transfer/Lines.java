package io.taskledger.ledger.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits a stream into lines, as bytes. */
final class Lines {

    private static final int BUFFER = 1 << 16;

    /** An event takes some kilobytes; without a bound, a file of another kind would fill the memory. */
    private static final int LONGEST = 1 << 26;

    private final InputStream in;
    private long number;
    private long offset;
    private boolean cut;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** The next whole line without its end; empty where there is none, or only a beginning of one. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int one = in.read();
        while (one != '\n' && one >= 0) {
            line.write(one);
            if (line.size() > LONGEST) {
                throw new NoLedgerFile("is no export of a ledger: its lines are too long.");
            }
            one = in.read();
        }
        if (one < 0) {
            cut = line.size() > 0;
            return Optional.empty();
        }
        number++;
        offset += line.size() + 1;
        return Optional.of(line.toByteArray());
    }

    /** How many whole lines were read. */
    long number() {
        return number;
    }

    /** Where the last whole line ends, in bytes from the beginning. */
    long offset() {
        return offset;
    }

    /** Whether something stood behind the last whole line. */
    boolean cut() {
        return cut;
    }
}
