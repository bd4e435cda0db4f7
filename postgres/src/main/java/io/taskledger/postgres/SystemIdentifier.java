package io.taskledger.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What {@code initdb} called a server's data for good: their log fits no other data. */
final class SystemIdentifier {

    private SystemIdentifier() {}

    /** Decimal, as PostgreSQL shows it. It is what {@code pg_control} begins with, in the machine's byte order. */
    static String of(Path data) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        try (FileChannel control =
                FileChannel.open(data.resolve("global").resolve("pg_control"), StandardOpenOption.READ)) {
            while (first.hasRemaining() && control.read(first) >= 0) {
                // as much as there is
            }
        }
        if (first.hasRemaining()) {
            throw new IOException(data + " has no whole pg_control");
        }
        return Long.toUnsignedString(first.flip().getLong());
    }
}
