package io.taskledger.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of files that are imported at the same time is held in memory: what was read of them together. One file of the
 * largest size has room alone, and many small ones have it together; who finds none left is turned away, and leaves its own
 * to the others.
 */
final class ReadingRoom {

    private final long size;
    private final AtomicLong taken = new AtomicLong();

    /** @param size in bytes */
    ReadingRoom(long size) {
        this.size = size;
    }

    /** A file's seat; what was read through it is held until it is closed, which leaves the source open. */
    Seat seat(InputStream source) {
        return new Seat(source);
    }

    final class Seat extends FilterInputStream {

        private long mine;

        private Seat(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
        }

        /** @throws ImportsBusy where there is no room left */
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = super.read(buffer, offset, length);
            if (count > 0) {
                mine += count;
                if (taken.addAndGet(count) > size) {
                    throw new ImportsBusy();
                }
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {
            taken.addAndGet(-mine);
            mine = 0;
        }
    }
}
