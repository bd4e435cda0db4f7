package io.taskledger.query.rebuild;

import io.taskledger.ledger.LedgerRanges.Extent;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.RowForm;

/**
 * How a rebuild divides its work.
 *
 * @param workers threads that read, fold and write
 * @param batch positions read at once
 * @param rowBytes how much memory the rows of a pass may take; a ledger with more rows is folded in several passes
 */
public record Pace(int workers, int batch, long rowBytes) {

    /** What a row takes beside its texts: its object, its ids, its place in the map and in the order. */
    private static final long ROW_OVERHEAD_BYTES = 600;

    /** One core is left to the people, and most of the heap to the product and the events in flight. */
    public static Pace ofThisMachine() {
        var runtime = Runtime.getRuntime();
        return new Pace(Math.clamp(runtime.availableProcessors() - 1, 1, 8), 2_000, runtime.maxMemory() / 3);
    }

    /**
     * In how many passes the streams are folded, each a share of them. A row that is a stream's one is taken to hold two
     * events' texts; where streams may make others too, each event that may is taken to make one.
     */
    int passes(Extent extent, ReadModel model) {
        var textBytes = extent.payloadBytes() / Math.max(1, extent.events());
        var ownRows = model.tables().stream().filter(Pace::hasOneRowAStream).count();
        var bytes = extent.streams() * ownRows * (ROW_OVERHEAD_BYTES + 2 * textBytes)
                + parts(extent, model) * (ROW_OVERHEAD_BYTES + textBytes);
        return (int) Math.max(1, Math.ceilDiv(bytes, rowBytes));
    }

    private static long parts(Extent extent, ReadModel model) {
        if (model.tables().stream().allMatch(Pace::hasOneRowAStream)) {
            return 0;
        }
        return model.partTypes().isEmpty() ? extent.events() : extent.ofTypes();
    }

    private static boolean hasOneRowAStream(RowForm<?> form) {
        return form.key().equals(form.stream());
    }
}
