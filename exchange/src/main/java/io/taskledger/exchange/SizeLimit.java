package io.taskledger.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no more than so many bytes, whatever an upload claims of its size. Closing it leaves the source open. */
public final class SizeLimit extends FilterInputStream {

    /** There is more than the limit allows. */
    public static final class Exceeded extends IOException {
        Exceeded(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    private final long limit;
    private long bytesRead;
    private boolean atEnd;
    private boolean failed;

    public SizeLimit(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    /** Bytes read until now. */
    public long bytesRead() {
        return bytesRead;
    }

    /** Whether the source has nothing more. */
    public boolean atEnd() {
        return atEnd;
    }

    /** Whether the source itself failed, rather than whoever reads it. */
    public boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(buffer, offset, length);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
        if (count < 0) {
            atEnd = true;
            return count;
        }
        bytesRead += count;
        if (bytesRead > limit) {
            throw new Exceeded(limit);
        }
        return count;
    }

    /** Skips by reading: what is skipped counts too. */
    @Override
    public long skip(long bytes) throws IOException {
        return Math.max(0, read(new byte[Math.clamp(bytes, 0, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // Whoever opened the source closes it.
    }
}
