package io.taskledger.messages.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a projection stands.
 *
 * @param liveVersion 0 while the first version of this node's shape is being filled
 * @param liveSince when that version was made live
 * @param position of the last event that the live version reflects, 0 before the first
 * @param head position up to which the ledger is settled
 * @param lagEvents how many events there are between the two
 * @param lag how long ago the first event was recorded that is not reflected; zero where there is none
 * @param eventsPerSecond handled in the last ten seconds
 * @param recentRates events per second in each ten seconds of the last five minutes, oldest first
 * @param node who feeds the live version; empty where nobody does just now
 * @param lastError of whoever feeds it; empty where the last attempt went well
 * @param deadLetters events that wait in the live version's dead letters
 * @param versions that are there, latest first
 * @param rebuild the one that is going on or held
 */
public record ProjectionStatus(
        ProjectionId projection,
        Mode mode,
        int liveVersion,
        Optional<Instant> liveSince,
        long position,
        long head,
        long lagEvents,
        Duration lag,
        double eventsPerSecond,
        List<Double> recentRates,
        Optional<String> node,
        Optional<String> lastError,
        long deadLetters,
        List<Version> versions,
        Optional<RebuildReport> rebuild) {

    public ProjectionStatus {
        recentRates = List.copyOf(recentRates);
        versions = List.copyOf(versions);
    }

    /** Whether {@link ProjectionCommand.RollBack} has somewhere to go. */
    public boolean canRollBack() {
        return versions.stream().anyMatch(Version::before);
    }

    public enum Mode {
        /** Follows the ledger's end. */
        LIVE,
        /** Is being filled for the first time in this shape; nothing can be read before. */
        REPLAYING,
        /** Nobody feeds it, or it fails. */
        STALLED
    }

    /**
     * One version: a schema with rows and the token that advances them.
     *
     * @param before live before the present one: the one to roll back to
     * @param position of the last event that it reflects
     */
    public record Version(int number, boolean live, boolean before, long position, Instant madeAt) {}
}
