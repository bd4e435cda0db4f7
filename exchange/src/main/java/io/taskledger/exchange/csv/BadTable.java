package io.taskledger.exchange.csv;

import java.util.List;

import io.taskledger.exchange.FileRefused;

/** The file cannot be read as a table of tasks. The message names the lines. */
public final class BadTable extends FileRefused {

    /** Of how many lines the faults are told; there may be as many as there are lines. */
    private static final int MOST_TOLD = 5;

    public BadTable(String sentence) {
        super(sentence);
    }

    /** @param faults at least one, each a sentence that names its line */
    static BadTable of(List<String> faults) {
        var told = String.join(" ", faults.subList(0, Math.min(MOST_TOLD, faults.size())));
        var more = faults.size() - MOST_TOLD;
        return new BadTable(more > 0 ? told + " And " + more + " more." : told);
    }
}
