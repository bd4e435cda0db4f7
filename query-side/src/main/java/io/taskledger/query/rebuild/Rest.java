package io.taskledger.query.rebuild;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How far a rebuild is with all that comes after its fold, in steps that weigh what the tables are large: an index its own
 * once. The rebuild's thread goes on in it, any other may look.
 */
final class Rest {

    /** Cleaning up and analyzing a table, next to an index of it: measured. */
    private static final double SURVEY = 2;

    /** Comparing it with the live one: measured. */
    private static final double COMPARISON = 2;

    private static final Pattern TABLE = Pattern.compile("\\b(?:table|on|from) (\\w+)");

    private final Map<String, Long> sizes;
    private final double all;
    private double over;
    private volatile At at = new At(0, 1);

    /**
     * Where it is.
     *
     * @param over share of it that is over, from 0 to 1
     * @param underWay share of the step that is being taken
     */
    record At(double over, double underWay) {}

    /**
     * @param sizes bytes of each table
     * @param indexes a statement each
     */
    Rest(Map<String, Long> sizes, Stream<String> indexes) {
        this.sizes = sizes;
        this.all = indexes.mapToDouble(this::bytes).sum() + (SURVEY + COMPARISON) * bytes();
    }

    At at() {
        return at;
    }

    void index(String statement, Runnable step) {
        take(bytes(statement), step);
    }

    void survey(Runnable step) {
        take(SURVEY * bytes(), step);
    }

    <T> T compare(Supplier<T> step) {
        return take(COMPARISON * bytes(), step);
    }

    private void take(double weight, Runnable step) {
        take(weight, () -> {
            step.run();
            return true;
        });
    }

    private <T> T take(double weight, Supplier<T> step) {
        if (all == 0) {
            return step.get();
        }
        at = new At(over, weight / all);
        var made = step.get();
        over += weight / all;
        at = new At(over, 0);
        return made;
    }

    private double bytes() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    private double bytes(String statement) {
        return TABLE.matcher(statement)
                .results()
                .mapToLong(found -> sizes.getOrDefault(found.group(1), 0L))
                .sum();
    }
}
