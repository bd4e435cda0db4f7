package io.taskledger.query.task;

/**
 * By which column of rows called {@code t} a statement sorts; the id settles ties.
 *
 * @param column none that holds nulls among the rows that are sorted by it
 */
record SortKey(String column, boolean descending) {

    static final SortKey ID = new SortKey("id", false);

    String sql() {
        var direction = descending ? " desc" : "";
        return isId() ? "t.id" + direction : "t." + column + direction + ", t.id" + direction;
    }

    /** What a row must have to be sorted. */
    String columns() {
        return isId() ? "t.id" : "t.id, t." + column;
    }

    /** That a row comes after the one with this key. Wants {@code :after_id}, and {@code :after} unless the id is the key. */
    String after() {
        var comparison = descending ? "<" : ">";
        return isId()
                ? "t.id %s :after_id".formatted(comparison)
                : "(t.%s, t.id) %s (:after, :after_id)".formatted(column, comparison);
    }

    /** Whether wordings can be sorted by it, too. */
    boolean isOfWordings() {
        return isId() || column.equals("created_at");
    }

    private boolean isId() {
        return column.equals(ID.column);
    }
}
