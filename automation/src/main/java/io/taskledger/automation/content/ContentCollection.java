package io.taskledger.automation.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Removes contents that nothing names any more, or ever did. A content is left alone while
 *
 * <ul>
 *   <li>it was taken in within {@link #GRACE}: by then its command is in the ledger, or never will be;
 *   <li>the book does not yet tell of all that is in the ledger;
 *   <li>anything names it.
 * </ul>
 *
 * Whoever sends the same bytes between the look into the book and the removal makes the content young again, and the store
 * does not discard what is young.
 */
public final class ContentCollection {

    /** Far longer than any time between an upload and its command; and than nodes' clocks differ. */
    static final Duration GRACE = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(ContentCollection.class);
    private final FileStore files;
    private final ContentReferences references;
    private final BookIsComplete book;
    private final Clock clock;
    private final int atOnce;

    /** @param atOnce so many are looked up in one query */
    ContentCollection(FileStore files, ContentReferences references, BookIsComplete book, Clock clock, int atOnce) {
        this.files = files;
        this.references = references;
        this.book = book;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        var collected = collect();
        if (collected > 0) {
            log.info("{} contents were collected that no file has any more", collected);
        }
    }

    /** @return how many were removed */
    public int collect() {
        // Before the book is asked: what is older was sent with a command that the book must know of.
        var before = clock.instant().minus(GRACE);
        if (!book.now()) {
            return 0;
        }
        var collected = 0;
        try (var kept = files.keptBefore(before)) {
            var some = new ArrayList<ContentDigest>(atOnce);
            for (var contents = kept.iterator(); contents.hasNext(); ) {
                some.add(contents.next().digest());
                if (some.size() == atOnce || !contents.hasNext()) {
                    collected += discard(some, before);
                    some.clear();
                }
            }
        }
        return collected;
    }

    private int discard(List<ContentDigest> contents, Instant before) {
        var named = references.namedOf(contents);
        return (int) contents.stream()
                .filter(content -> !named.contains(content) && files.discard(content, before))
                .count();
    }
}
