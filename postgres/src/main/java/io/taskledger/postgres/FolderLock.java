package io.taskledger.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder for one process; gone with the process, however that ends.
 *
 * <p>POSIX drops a process's lock as soon as that process closes any handle on the file. So which folders this JVM holds
 * is remembered here, and their lock files are never opened a second time.
 */
final class FolderLock implements AutoCloseable {

    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock acquire(PostgresFolder folder, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        try {
            FolderLock lock = tryAcquire(folder.lock());
            while (lock == null) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new PostgresUnavailable("another Taskledger " + holder(folder.lock()) + "is using "
                            + folder.path() + ": stop it, or name another folder");
                }
                Thread.sleep(100);
                lock = tryAcquire(folder.lock());
            }
            return lock;
        } catch (IOException e) {
            throw new PostgresUnavailable(folder.lock() + " cannot be locked (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("interrupted while waiting for " + folder.lock(), e);
        }
    }

    /** Whether some live process, this one included, holds the folder. */
    static synchronized boolean isHeld(PostgresFolder folder) throws IOException {
        if (HELD_HERE.contains(folder.lock())) {
            return true;
        }
        if (!Files.exists(folder.lock())) {
            return false;
        }
        try (FileChannel channel = OwnerOnly.open(folder.lock())) {
            // Shared, so that two who ask at once don't take each other for the holder.
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static synchronized @Nullable FolderLock tryAcquire(Path file) throws IOException {
        if (HELD_HERE.contains(file)) {
            return null;
        }
        FileChannel channel = OwnerOnly.open(file);
        try {
            if (channel.tryLock() == null) {
                channel.close();
                return null;
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        HELD_HERE.add(file);
        return new FolderLock(file, channel);
    }

    private static synchronized String holder(Path file) throws IOException {
        if (HELD_HERE.contains(file)) {
            return "in this process ";
        }
        try (FileChannel channel = OwnerOnly.open(file)) {
            ByteBuffer text = ByteBuffer.allocate(20);
            channel.read(text);
            String pid = StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
            return pid.isEmpty() ? "" : "(process " + pid + ") ";
        }
    }

    @Override
    public void close() {
        synchronized (FolderLock.class) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new PostgresUnavailable(file + " cannot be unlocked (" + e + ")", e);
            } finally {
                HELD_HERE.remove(file);
            }
        }
    }
}
