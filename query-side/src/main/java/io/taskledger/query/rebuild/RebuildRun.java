package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionRejection.LaggingBehind;
import io.taskledger.messages.projection.ProjectionRejection.WrongState;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions.Version;
import io.taskledger.query.rebuild.RebuildDesk.Asked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a rebuild, from an empty version to the one that is live. Always begins at the beginning: what an attempt
 * before it left is dropped. Leaves nothing but its report when it fails.
 */
final class RebuildRun {

    private static final Logger log = LoggerFactory.getLogger(RebuildRun.class);
    private static final Duration STUCK = Duration.ofMinutes(1);
    private static final int MOST_SWAPS = 200;
    private static final long BETWEEN_SWAPS_NANOS = Duration.ofMillis(50).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

    private final Workshop workshop;
    private final ReadModel model;
    private final Asked asked;
    private final int attempt;
    private final RebuildNotes notes;
    private final Heartbeat beat;
    private @Nullable Version made;

    RebuildRun(Workshop workshop, ReadModel model, Asked asked, int attempt, Heartbeat beat) {
        this.workshop = workshop;
        this.model = model;
        this.asked = asked;
        this.attempt = attempt;
        this.notes = new RebuildNotes(workshop.jdbc());
        this.beat = beat;
    }

    // A rebuild may fail in whatever a projection's handlers do; its report says how.
    @SuppressWarnings("CatchingUnchecked")
    void run() {
        try {
            if (asked.version() > 0) {
                workshop.versions().retire(new Version(asked.projection(), asked.version()));
            }
            build();
        } catch (Course.TakenOver elsewhere) {
            log.info("Another node goes on with {} of {}", asked.id(), asked.projection());
        } catch (Course.Cancelled cancelled) {
            log.info("The rebuild {} of {} is cancelled", asked.id(), asked.projection());
            discard();
        } catch (RuntimeException failure) {
            log.error("The rebuild {} of {} failed", asked.id(), asked.projection(), FailureText.cause(failure));
            discard();
            notes.fail(
                    asked.id(),
                    attempt,
                    failure instanceof RebuildFailed known
                            ? String.valueOf(known.getMessage())
                            : FailureText.of(failure));
        }
    }

    private void build() {
        var live = workshop.versions().live(asked.projection());
        var version = workshop.versions().make(asked.projection());
        made = version;
        notes.making(asked.id(), version.number());
        // Before the fold's end is fixed: what is dead by then lies before it.
        live.ifPresent(old -> workshop.letters().carryOver(old, version));

        fold(version);
        enter(State.INDEXING);
        var began = System.nanoTime();
        var rest = new Rest(workshop.versions().sizes(version), workshop.versions().indexes(version).stream());
        beat.folded(rest);
        workshop.versions().index(version, rest::index);
        rest.survey(() -> Survey.of(version, model, workshop.lasting()));
        if (asked.afterwards() != Afterwards.DROP) {
            enter(State.CATCHING_UP);
            catchUp(version);
        }
        enter(State.VERIFYING);
        var verification = new Verification(
                model, workshop.examination(model), workshop.lasting(), workshop.letters(), beat.course());
        var found = rest.compare(() -> verification.compare(live, version));
        notes.verified(
                asked.id(), found, Duration.ofNanos(System.nanoTime() - began).toMillis());
        end(version, found);
    }

    private void fold(Version version) {
        var ledger = workshop.ledger();
        var upTo = workshop.engine().settledPosition();
        var extent = ledger.extent(model.streamTypes(), model.partTypes(), upTo);
        notes.total(asked.id(), upTo, extent.events());
        beat.expect(extent.events());
        enter(State.FOLDING);
        var began = System.nanoTime();
        var made = new Fold(
                        model,
                        ledger,
                        workshop.pace(),
                        beat.course(),
                        workshop.skipped().of(asked.projection()),
                        workshop.letters().waiting(version))
                .into(version, workshop.lasting(), extent, upTo);
        notes.folded(
                asked.id(),
                made.rows(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        workshop.letters().enqueue(version, made.stranded());
        workshop.tokens().write(version, upTo);
    }

    /** The feed carries on from where the fold ended. */
    private void catchUp(Version version) {
        var head = workshop.engine().settledPosition();
        workshop.versions().feed(version);
        workshop.feeds().reconcile();
        var position = 0L;
        var moved = System.nanoTime();
        while (position < head) {
            beat.course().checkpoint();
            var now = workshop.tokens().position(version);
            moved = now > position ? System.nanoTime() : moved;
            position = now;
            if (System.nanoTime() - moved > STUCK.toNanos()) {
                throw new RebuildFailed("The new version stays at position %d of %d.".formatted(position, head));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void end(Version version, Verification.Found found) {
        var swap = asked.afterwards() == Afterwards.SWAP && (found.count() == 0 || asked.regardless() != null);
        if (swap) {
            swap(version, found);
        } else if (asked.afterwards() == Afterwards.DROP) {
            workshop.versions().retire(version);
            enter(State.VERIFIED);
        } else {
            enter(State.HELD);
        }
    }

    /** The live version gets away from a slow one only for moments. */
    private void swap(Version version, Verification.Found found) {
        var command = new FinishRebuild(
                ProjectionId.named(asked.projection()), asked.id(), attempt, version.number(), found.count());
        for (int tries = 1; !swapped(command, tries); tries++) {
            beat.course().checkpoint();
            LockSupport.parkNanos(BETWEEN_SWAPS_NANOS);
        }
    }

    private boolean swapped(FinishRebuild command, int tries) {
        try {
            workshop.operations().finish(command);
            return true;
        } catch (CommandRejected refused) {
            return switch (refused.rejection()) {
                case WrongState elsewhere -> throw endedElsewhere();
                case LaggingBehind behind when tries < MOST_SWAPS -> false;
                default -> throw refused;
            };
        }
    }

    /** Somebody cancelled it, or has begun it anew. */
    private RuntimeException endedElsewhere() {
        return notes.isCancelled(asked.id()) ? new Course.Cancelled() : new Course.TakenOver();
    }

    private void enter(State state) {
        beat.course().checkpoint();
        if (!notes.enter(asked.id(), attempt, state)) {
            throw endedElsewhere();
        }
    }

    private void discard() {
        Optional.ofNullable(made).ifPresent(workshop.versions()::retire);
        workshop.feeds().reconcile();
    }
}
