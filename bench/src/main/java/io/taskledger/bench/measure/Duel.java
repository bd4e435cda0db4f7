package io.taskledger.bench.measure;

import java.util.ArrayList;

/**
 * Baseline and candidate in turns: whatever else the machine does falls on both. Each round gives one ratio, of two
 * measurements right after one another; who begins changes from round to round. One round goes before that does not
 * count.
 */
public record Duel(Side baseline, Side candidate) {

    /** One of the two. */
    @FunctionalInterface
    public interface Side {

        /** Works for a while and answers how much it got done in a second. */
        double perSecond() throws Exception;
    }

    /**
     * Medians of all rounds.
     *
     * @param ratio of candidate to baseline: the median of the rounds' ratios, not the ratio of the medians
     * @param lowest of the rounds' ratios
     * @param highest of the rounds' ratios
     */
    public record Outcome(double ratio, double lowest, double highest, double baseline, double candidate) {}

    public Outcome fight(int rounds) throws Exception {
        baseline.perSecond();
        candidate.perSecond();
        var ratios = new ArrayList<Double>();
        var baselines = new ArrayList<Double>();
        var candidates = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            double first = round % 2 == 0 ? baseline.perSecond() : candidate.perSecond();
            double second = round % 2 == 0 ? candidate.perSecond() : baseline.perSecond();
            baselines.add(round % 2 == 0 ? first : second);
            candidates.add(round % 2 == 0 ? second : first);
            ratios.add(candidates.getLast() / baselines.getLast());
        }
        var all = new Sample(ratios);
        return new Outcome(
                all.median(),
                all.lowest(),
                all.highest(),
                new Sample(baselines).median(),
                new Sample(candidates).median());
    }
}
