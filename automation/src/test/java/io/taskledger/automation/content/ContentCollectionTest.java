package io.taskledger.automation.content;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.taskledger.messages.Changed;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.PictureSet;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskId;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.taskledger.automation.content.Archive.ANN;
import static io.taskledger.automation.content.Archive.BOB;
import static io.taskledger.automation.content.Archive.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class ContentCollectionTest {

    private static final TaskId FERNS = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
    private static final TaskId ROSES = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XF");
    private static final int RACES = 10;

    @TempDir
    private Path folder;

    private Archive archive;

    @BeforeEach
    void openArchive() {
        archive = new Archive(folder);
    }

    @Test
    void a_content_goes_with_the_last_file_that_has_it() {
        var shared = archive.sentLongAgo("shared");
        var one = archive.attach(FERNS, ANN, shared);
        var other = archive.attach(ROSES, BOB, shared);

        archive.remove(one);
        assertThat(archive.collect()).isZero();
        assertThat(archive.has(shared)).isTrue();

        archive.remove(other);
        assertThat(archive.collect()).isEqualTo(1);
        assertThat(archive.has(shared)).isFalse();
        assertThat(archive.collect()).isZero();
    }

    @Test
    void what_a_purged_task_had_goes_and_what_others_have_stays() {
        var alone = archive.sentLongAgo("alone");
        var shared = archive.sentLongAgo("shared");
        archive.attach(FERNS, ANN, alone);
        archive.attach(FERNS, ANN, shared);
        archive.attach(ROSES, ANN, shared);

        archive.purge(FERNS);

        assertThat(archive.collect()).isEqualTo(1);
        assertThat(archive.has(alone)).isFalse();
        assertThat(archive.has(shared)).isTrue();
    }

    @Test
    void what_an_erased_person_attached_and_looked_like_goes() {
        var picture = archive.sentLongAgo("picture");
        var theirs = archive.sentLongAgo("theirs");
        var others = archive.sentLongAgo("others'");
        archive.show(ANN, picture);
        archive.attach(FERNS, ANN, theirs);
        archive.attach(FERNS, BOB, others);

        archive.delete(ANN);

        assertThat(archive.collect()).isEqualTo(2);
        assertThat(archive.has(others)).isTrue();
    }

    @Test
    void a_picture_goes_when_another_takes_its_place_or_none() {
        var first = archive.sentLongAgo("first");
        var second = archive.sentLongAgo("second");
        archive.show(ANN, first);
        archive.show(ANN, second);

        assertThat(archive.collect()).isEqualTo(1);
        assertThat(archive.has(second)).isTrue();

        archive.show(ANN, null);
        assertThat(archive.collect()).isEqualTo(1);
        assertThat(archive.has(second)).isFalse();
    }

    @Test
    void an_orphan_goes_when_its_command_cannot_come_any_more() {
        var orphan = archive.send("orphan");
        archive.age(orphan, NOW.minus(ContentCollection.GRACE));
        assertThat(archive.collect()).isZero();

        archive.age(orphan, NOW.minus(ContentCollection.GRACE).minusMillis(1));
        assertThat(archive.collect()).isEqualTo(1);
    }

    @Test
    void nothing_goes_while_the_book_lags_behind_the_ledger() {
        var attachedButNotBooked = archive.sentLongAgo("attached, not booked");

        assertThat(archive.collect(archive.files, () -> false)).isZero();
        assertThat(archive.has(attachedButNotBooked)).isTrue();
    }

    @Test
    void many_are_looked_up_in_turns() {
        var all = IntStream.range(0, 3 * Archive.AT_ONCE + 1)
                .mapToObj(number -> archive.sentLongAgo("content " + number))
                .toList();
        var named = all.subList(2, all.size() - 2);
        named.forEach(content -> archive.attach(FERNS, ANN, content));

        assertThat(archive.collect()).isEqualTo(all.size() - named.size());
        assertThat(named).allMatch(archive::has);
    }

    /** The worst moment: after the look into the book, before the removal. */
    @Test
    void the_same_bytes_sent_while_they_are_collected_stay() {
        var content = archive.sentLongAgo("again");
        var store = new StoreAtWork(archive.files, () -> archive.send("again"));

        assertThat(archive.collect(store, () -> true)).isZero();

        archive.attach(FERNS, ANN, content);
        assertThat(archive.has(content)).isTrue();
    }

    @Test
    void uploads_and_the_collection_race_and_no_upload_loses_its_content() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var race = 0; race < RACES; race++) {
                var text = "race " + race;
                var content = archive.sentLongAgo(text);
                var start = new CyclicBarrier(2);
                var upload = threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    var sent = archive.send(text);
                    return archive.attach(FERNS, ANN, sent);
                });
                var collection = threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return archive.collect();
                });
                upload.get(30, TimeUnit.SECONDS);
                collection.get(30, TimeUnit.SECONDS);

                assertThat(archive.has(content)).as(text).isTrue();
            }
        }
    }

    @Test
    void a_replay_takes_no_reference_away_wherever_it_has_got_to() {
        var first = archive.sentLongAgo("first");
        var last = archive.sentLongAgo("last");
        var file = archive.attach(FERNS, ANN, last);
        archive.show(ANN, last);
        var old = new GlobalSequenceTrackingToken(0);

        archive.book.on(new PictureSet(ANN, new Changed<>(null, first.hex())), old);
        archive.book.on(new PictureSet(ANN, new Changed<>(first.hex(), null)), old);
        archive.book.on(new FileRemoved(FERNS, file.fileId(), ANN, "a.txt"), old);
        archive.book.on(new TaskPurged(FERNS), old);
        archive.book.on(new AccountDeleted(ANN), old);

        assertThat(archive.collect()).isEqualTo(1);
        assertThat(archive.has(last)).isTrue();
        archive.remove(file);
        assertThat(archive.collect()).isZero();
        assertThat(archive.has(last)).as("it is her picture still").isTrue();
    }

    @Test
    void an_event_that_is_told_twice_is_booked_once() {
        var content = archive.sentLongAgo("twice");
        var file = archive.attach(FERNS, ANN, content);
        archive.book.on(file, archive.last());

        archive.remove(file);

        assertThat(archive.references.namedOf(List.of(content))).isEmpty();
        assertThat(archive.collect()).isEqualTo(1);
    }
}
