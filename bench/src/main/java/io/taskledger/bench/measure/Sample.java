package io.taskledger.bench.measure;

import java.util.Arrays;
import java.util.Collection;

/** Values of one kind, in their order. */
public final class Sample {

    private final double[] sorted;

    /** @throws IllegalArgumentException if there is none */
    public Sample(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
    }

    /** Of an even number of values the mean of the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The smallest value that this share of all values does not exceed (nearest rank).
     *
     * @param share above 0, at most 1
     */
    public double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }

    public double lowest() {
        return sorted[0];
    }

    public double highest() {
        return sorted[sorted.length - 1];
    }

    public int size() {
        return sorted.length;
    }
}
