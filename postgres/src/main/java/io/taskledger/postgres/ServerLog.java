package io.taskledger.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * The server's log: {@code log/postgres.log} and, once that is full, the one before it. What the server says before its
 * collector of messages runs is in {@code log/start.log}, new with each start.
 */
record ServerLog(PostgresFolder folder, Invocation programs) {

    private static final long FULL = 10L << 20;
    private static final int TAIL = 2_000;

    Path file() {
        return folder.log().resolve(PostgresFolder.LOG_NAME);
    }

    Path start() {
        return folder.log().resolve("start.log");
    }

    /** Moves a full file aside and has the running server begin a new one; call it now and then. */
    void rotate() throws IOException, InterruptedException {
        if (Files.exists(file()) && Files.size(file()) >= FULL) {
            OwnerOnly.move(file(), folder.log().resolve("postgres.1.log"));
            programs.run(Duration.ofSeconds(20), "pg_ctl", List.of("logrotate", "--pgdata=" + folder.data()));
        }
    }

    long size() throws IOException {
        return Files.exists(file()) ? Files.size(file()) : 0;
    }

    /** The last words of a server that did not come up, from both files. */
    String lastWords(long sizeBefore) throws IOException {
        return (tail(start(), 0) + "\n" + tail(file(), sizeBefore)).strip();
    }

    private static String tail(Path file, long from) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer text = ByteBuffer.allocate(TAIL);
            channel.position(Math.max(from, channel.size() - TAIL));
            channel.read(text);
            return StandardCharsets.UTF_8.decode(text.flip()).toString();
        }
    }
}
