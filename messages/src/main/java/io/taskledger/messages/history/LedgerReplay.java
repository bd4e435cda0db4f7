package io.taskledger.messages.history;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionId;

/**
 * What came of folding the whole ledger up to a position.
 *
 * @param upTo the position of the last event that was folded; 0 where there is none
 * @param sha256 over the stored events in their order, 64 hex digits: the same for two ledgers that hold the same
 * @param faultCount events that are not as they have to be; {@code faults} are the first {@value #MOST_FAULTS} or so
 */
public record LedgerReplay(
        long upTo,
        long events,
        long streams,
        String sha256,
        long faultCount,
        List<Fault> faults,
        List<Replayed> projections) {

    /** So many faults of order are told, and as many events that cannot be read; all are counted. */
    public static final int MOST_FAULTS = 50;

    public LedgerReplay {
        faults = List.copyOf(faults);
        projections = List.copyOf(projections);
    }

    /** Whether nothing is wrong with the ledger, and no read model differs from it. */
    public boolean clean() {
        return faultCount == 0 && projections.stream().allMatch(Replayed::clean);
    }

    /**
     * An event that is out of order in its stream, or cannot be read.
     *
     * @param stream empty of an event of no stream
     * @param what what is wrong with it
     */
    public record Fault(long position, Optional<String> stream, String what) {}

    /**
     * What came of one projection.
     *
     * @param position up to which it was folded: that of the live version's rows where it was compared
     * @param events that were given to it
     * @param sha256 of the rows that the fold made, in no order
     * @param compared whether there was a live version to compare with, at the same position
     * @param unhandled events that its handlers could not take, and those behind them in their streams
     * @param explained streams of the live version that wait in the dead letters, and differ for that
     * @param differences the first ones
     * @param failure why it could not be folded or compared at all; empty where it could
     */
    public record Replayed(
            ProjectionId projection,
            long position,
            long events,
            long rows,
            String sha256,
            boolean compared,
            long unhandled,
            long explained,
            long differenceCount,
            List<Difference> differences,
            Optional<String> failure) {

        public Replayed {
            differences = List.copyOf(differences);
        }

        /** Whether all was handled and nothing differs unexplained. */
        public boolean clean() {
            return failure.isEmpty() && unhandled == 0 && differenceCount == 0;
        }
    }
}
