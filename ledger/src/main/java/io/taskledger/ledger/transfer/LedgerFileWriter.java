package io.taskledger.ledger.transfer;

import java.io.IOException;
import java.io.OutputStream;

import io.taskledger.ledger.LedgerDigest;
import io.taskledger.ledger.LedgerRow;

/** Writes a ledger's file, line by line. Keeps none of it. */
public final class LedgerFileWriter {

    static final byte[] END_OF_LINE = {'\n'};

    private final OutputStream out;
    private final Authenticity authenticity;
    private final LedgerDigest digest;
    private long events;
    private long others;

    /** @param out buffered; whoever gives it closes it */
    public LedgerFileWriter(OutputStream out, Authenticity authenticity) {
        this(out, authenticity, new LedgerDigest(), 0);
    }

    /** Carries on behind events that stand in the file already, and that the other two know of. */
    LedgerFileWriter(OutputStream out, Authenticity authenticity, LedgerDigest digest, long events) {
        this.out = out;
        this.authenticity = authenticity;
        this.digest = digest;
        this.events = events;
    }

    public void header(LedgerLine.Header header) throws IOException {
        write(header);
    }

    public void event(LedgerRow row) throws IOException {
        digest.add(row);
        events++;
        write(new LedgerLine.Event(row));
    }

    /** A key, or something that was erased. */
    public void other(LedgerLine line) throws IOException {
        others++;
        write(line);
    }

    /** @return what was written as the last line */
    public LedgerLine.End end() throws IOException {
        LedgerLine.End end = new LedgerLine.End(events, others, digest.hex(), authenticity.code());
        out.write(LineForm.bytes(end));
        out.write(END_OF_LINE);
        return end;
    }

    private void write(LedgerLine line) throws IOException {
        byte[] bytes = LineForm.bytes(line);
        authenticity.update(bytes);
        authenticity.update(END_OF_LINE);
        out.write(bytes);
        out.write(END_OF_LINE);
    }
}
