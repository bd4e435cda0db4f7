package io.taskledger.automation.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import io.taskledger.messages.Changed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.PictureSet;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskId;
import io.taskledger.postgres.TemporaryPostgres;
import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileSettings;
import io.taskledger.storage.FileStore;
import io.taskledger.storage.Upload;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A folder of contents and the book of what names them, in a real database; events are told as they happen. */
final class Archive {

    static final UserId ANN = new UserId("user-01KAJ4X9T3B6N8R0C2YVHE5G7D");
    static final UserId BOB = new UserId("user-01KAJ4X9T3B6N8R0C2YVHE5G8E");
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    static final int AT_ONCE = 3;

    final FileStore files;
    final ContentReferences references;
    final ReferenceBook book;
    private final Path folder;
    private final AtomicLong positions = new AtomicLong();

    Archive(Path folder) {
        this.folder = folder;
        this.files = FileStore.open(FileSettings.defaults(folder));
        var jdbc = JdbcClient.create(Once.DATABASE);
        jdbc.sql("delete from automation.content_reference").update();
        this.references = new ContentReferences(jdbc);
        this.book = new ReferenceBook(references);
    }

    private static final class Once {
        static final DataSource DATABASE = migrated();

        private static DataSource migrated() {
            var fresh = TemporaryPostgres.shared().freshDatabase();
            var database = new DriverManagerDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
            Flyway.configure()
                    .dataSource(database)
                    .schemas("automation")
                    .locations("classpath:db/automation")
                    .load()
                    .migrate();
            return database;
        }
    }

    /** As the schedule would have it run at {@link #NOW}. */
    int collect() {
        return collect(files, () -> true);
    }

    int collect(FileStore store, BookIsComplete complete) {
        return new ContentCollection(store, references, complete, Clock.fixed(NOW, ZoneOffset.UTC), AT_ONCE).collect();
    }

    /** Sent just now, by the clock of the file system: after {@link #NOW}. */
    ContentDigest send(String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return files.keep(new Upload("a.txt", new ByteArrayInputStream(bytes)))
                    .digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sent so long ago that it may be collected. */
    ContentDigest sentLongAgo(String text) {
        var content = send(text);
        age(content, NOW.minus(ContentCollection.GRACE).minusSeconds(1));
        return content;
    }

    void age(ContentDigest content, Instant sent) {
        var hex = content.hex();
        try {
            Files.setLastModifiedTime(
                    folder.resolve(hex.substring(0, 2))
                            .resolve(hex.substring(2, 4))
                            .resolve(hex),
                    FileTime.from(sent));
        } catch (NoSuchFileException gone) {
            // Somebody has collected it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(ContentDigest content) {
        try (var opened = files.open(content).orElse(null)) {
            return opened != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileAttached attach(TaskId task, UserId by, ContentDigest content) {
        var event = new FileAttached(task, FileId.next(task), by, "a.txt", "text/plain", 1, content.hex());
        book.on(event, next());
        return event;
    }

    void remove(FileAttached file) {
        book.on(new FileRemoved(file.taskId(), file.fileId(), file.attachedBy(), file.name()), next());
    }

    void purge(TaskId task) {
        book.on(new TaskPurged(task), next());
    }

    void show(UserId person, @Nullable ContentDigest content) {
        book.on(new PictureSet(person, new Changed<>(null, content == null ? null : content.hex())), next());
    }

    void delete(UserId person) {
        book.on(new AccountDeleted(person), next());
    }

    /** The position of what was told last. */
    GlobalSequenceTrackingToken last() {
        return new GlobalSequenceTrackingToken(positions.get());
    }

    GlobalSequenceTrackingToken next() {
        return new GlobalSequenceTrackingToken(positions.incrementAndGet());
    }
}
