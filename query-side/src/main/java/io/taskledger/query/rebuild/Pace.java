package io.taskledger.query.rebuild;

/**
 * How a rebuild divides its work. All rows of a part are in memory at once, one part for each worker.
 *
 * @param workers threads that read and fold
 * @param batch events read at once
 * @param eventsAPart at which the ledger is divided into more parts than there are workers
 */
public record Pace(int workers, int batch, long eventsAPart) {

    /** One core is left to the people. Fits 512 MB of heap beside the product. */
    public static Pace ofThisMachine() {
        return new Pace(Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 8), 2_000, 400_000);
    }

    int parts(long events) {
        return (int) Math.max(workers, (events + eventsAPart - 1) / eventsAPart);
    }
}
