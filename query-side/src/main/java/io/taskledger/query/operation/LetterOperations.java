package io.taskledger.query.operation;

import java.util.concurrent.Executor;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.RetryDeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.SkipDeadLetter;
import io.taskledger.messages.projection.ProjectionEvent.DeadLetterRetried;
import io.taskledger.messages.projection.ProjectionEvent.DeadLetterSkipped;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionRejection.NoSuchDeadLetter;
import io.taskledger.messages.projection.ProjectionRejection.StillFailing;
import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.Feeds;
import io.taskledger.query.feed.SkippedEvents;
import io.taskledger.query.feed.VersionFeed;
import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.projection.Versions.Version;
import io.taskledger.query.rebuild.OperationLog;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operators do with events that a projection could not handle. */
@Component
class LetterOperations {

    private static final Logger OUTCOMES = LoggerFactory.getLogger(LetterOperations.class);

    private final Operators operators;
    private final Known known;
    private final Letterbox letters;
    private final Feeds feeds;
    private final Versions versions;
    private final SkippedEvents skipped;
    private final JdbcClient jdbc;
    private final OperationLog log;
    private final Executor workers;

    LetterOperations(
            Operators operators,
            Known known,
            Letterbox letters,
            Feeds feeds,
            Versions versions,
            OperationLog log,
            FeedKit kit,
            JdbcClient jdbc) {
        this.operators = operators;
        this.known = known;
        this.letters = letters;
        this.feeds = feeds;
        this.versions = versions;
        this.skipped = new SkippedEvents(jdbc);
        this.jdbc = jdbc;
        this.log = log;
        this.workers = kit.workers();
    }

    @CommandHandler
    void handle(RetryDeadLetter command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        var live = known.live(command.projection());
        var letter = letter(live, command.letterId());
        retryStream(live, letter);
        log.record(new DeadLetterRetried(command.projection(), letter.stream(), letter.position()), actor);
        CurrentUnitOfWork.get().afterCommit(done -> workers.execute(() -> goOn(live.projection(), letter.stream())));
    }

    @CommandHandler
    void handle(SkipDeadLetter command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        var live = known.live(command.projection());
        var letter = letter(live, command.letterId());
        skipped.add(live.projection(), letter.position(), command.reason());
        letters.remove(live.projection(), letter.eventId());
        log.record(
                new DeadLetterSkipped(command.projection(), letter.stream(), letter.position(), command.reason()),
                actor);
        // Not before: what fails again behind it must not undo the skipping.
        CurrentUnitOfWork.get().afterCommit(done -> workers.execute(() -> goOn(live.projection(), letter.stream())));
    }

    /** In each version that has letters of the stream. */
    private void goOn(String projection, String stream) {
        for (var version : versions.fed()) {
            if (version.projection().equals(projection)) {
                letters.firstOf(version, stream).ifPresent(first -> goOn(feeds.idle(version), first));
            }
        }
    }

    private static void goOn(VersionFeed feed, DeadLetter first) {
        var failure = feed.failureOfFirst(first.stream());
        if (failure.isPresent()) {
            OUTCOMES.info("{} still waits in the dead letters: {}", first.stream(), FailureText.of(failure.get()));
        } else {
            var handled = feed.retry(first.eventId());
            OUTCOMES.info(
                    "{} goes on: {}", first.stream(), handled ? "nothing of it waits any more" : "up to the next");
        }
    }

    /** From the first of the stream on: an event is never handled before those ahead of it. */
    private void retryStream(Version live, DeadLetter letter) {
        var first = letters.firstOf(live, letter.stream()).orElse(letter);
        if (!BeforeAppending.take(jdbc, () -> handled(live, first))) {
            var cause = letters.firstOf(live, letter.stream()).flatMap(DeadLetter::cause);
            throw new CommandRejected(
                    new StillFailing(letter.projection(), letter.id(), cause.orElse("Somebody else is retrying it.")));
        }
    }

    private boolean handled(Version live, DeadLetter first) {
        var feed = feeds.idle(live);
        // Tried apart from it first: a failure in the database would doom this transaction, and hide its own cause.
        feed.failureOfFirst(first.stream()).ifPresent(cause -> {
            throw new CommandRejected(new StillFailing(first.projection(), first.id(), FailureText.of(cause)));
        });
        return feed.retry(first.eventId());
    }

    private DeadLetter letter(Version live, String id) {
        return letters.find(live, id)
                .orElseThrow(
                        () -> new CommandRejected(new NoSuchDeadLetter(ProjectionId.named(live.projection()), id)));
    }
}
