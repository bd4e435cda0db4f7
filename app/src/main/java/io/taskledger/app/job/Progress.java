package io.taskledger.app.job;

/** Is told how a job goes on. */
@FunctionalInterface
public interface Progress {

    /**
     * @param done how much is done, of the total
     * @param total 0 where nobody knows yet
     * @param report as far as there is one; empty where there is none before the end
     */
    void told(int done, int total, String report);

    /** The same without a report. */
    default void told(int done, int total) {
        told(done, total, "");
    }
}
